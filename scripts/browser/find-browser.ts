import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

/** Names that Chromium and Chrome go by on a PATH, best first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** How every test starts it: no sandbox (containers), fake camera and microphone, no calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]

/** The variable that names a browser to use, before anything else is looked for. */
export const BROWSER_VARIABLE = 'MEETINGS_CHROMIUM'

export interface FoundBrowser {
  path: string
  from: string
}

/** A Chromium to test with: the one named by the variable, an installed one, Playwright's own; else null. */
export function findBrowser(): FoundBrowser | null {
  const named = process.env[BROWSER_VARIABLE]
  if (named) {
    if (!existsSync(named)) throw new Error(`${BROWSER_VARIABLE} is ${named}, and there is no such file.`)
    return { path: named, from: BROWSER_VARIABLE }
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name)
      if (folder && existsSync(path)) return { path, from: 'PATH' }
    }
  }
  for (const path of MAC_APPS) if (existsSync(path)) return { path, from: 'Applications' }
  const own = chromium.executablePath()
  return existsSync(own) ? { path: own, from: 'Playwright' } : null
}
