import type { NextConfig } from 'next'

const config: NextConfig = {
  // The browser half of the app reads its settings at run time, so one build serves every environment.
  reactStrictMode: true,
  poweredByHeader: false,
}

export default config
