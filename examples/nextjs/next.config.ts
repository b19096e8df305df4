import { cpSync, existsSync } from 'node:fs'
import type { NextConfig } from 'next'

// What puts blur and images behind people, served from this site: the folder fits the version that is installed.
const backgrounds = 'node_modules/@meetings/react/dist/background'
// Tools that only read this file do so from elsewhere.
const isHere = existsSync('next.config.ts')
if (isHere && existsSync(backgrounds)) cpSync(backgrounds, 'public/meetings-background', { recursive: true })

const config: NextConfig = {
  // The browser half of the app reads its settings at run time, so one build serves every environment.
  reactStrictMode: true,
  poweredByHeader: false,
}

export default config
