import { runCommand } from '../run-command.ts'
import { BROWSER_VARIABLE, type FoundBrowser, findBrowser } from './find-browser.ts'

const DOWNLOAD_LIMIT_MS = 3 * 60_000
const INSTALL_LIMIT_MS = 8 * 60_000

/** A Chromium to test with; installs one when there is none. Throws with what was tried and what to do. */
export async function ensureBrowser(): Promise<FoundBrowser> {
  const found = findBrowser()
  if (found) return found
  const tried = [
    `${BROWSER_VARIABLE}: not set`,
    'an installed Chromium or Chrome: none',
    "Playwright's own: none",
  ]

  console.log('No Chromium found; installing one for the browser tests.')
  for (const way of [downloadWithPlaywright, installWithApt]) {
    tried.push(await way())
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error(
    [
      'The browser tests need Chromium, and none could be found or installed. Tried:',
      ...tried.map((line) => `  - ${line}`),
      `Install Chromium or Chrome, or set ${BROWSER_VARIABLE} to its path, and run this again.`,
    ].join('\n'),
  )
}

async function downloadWithPlaywright(): Promise<string> {
  const code = await runCommand('playwright', ['install', 'chromium'], { timeoutMs: DOWNLOAD_LIMIT_MS })
  return `playwright install chromium: ${code === 0 ? 'done' : `failed (${code})`}`
}

async function installWithApt(): Promise<string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'apt-get install chromium: only as root on Debian or Ubuntu'
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update'], { env, timeoutMs: INSTALL_LIMIT_MS })
  const args = ['install', '-y', '--no-install-recommends', 'chromium']
  const code = await runCommand('apt-get', args, { env, timeoutMs: INSTALL_LIMIT_MS })
  return `apt-get install chromium: ${code === 0 ? 'done' : `failed (${code})`}`
}
