import type { Browser, BrowserContext, CDPSession, Page } from 'playwright'
import { PEOPLE, type PersonKey } from '../meeting-site/people.ts'
import { installInstruments } from './instruments.ts'
import { type Control, installEyes, type Sight } from './sight.ts'
import { type PageWatch, watchPage } from './watch-page.ts'

/** Somebody at a browser of their own. */
export interface Participant {
  key: PersonKey
  name: string
  identity: string
  page: Page
  context: BrowserContext
  devtools: CDPSession
  watch: PageWatch
  look(): Promise<Sight>
  /** Uses a control as a hand would. `false`: it was gone before the hand was there. */
  use(control: Control, roll: number): Promise<boolean>
}

const WORDS = [
  'Hello',
  'Can you hear me?',
  'https://example.com/papers',
  '👍',
  'one\ntwo',
  ' ',
  'x'.repeat(300),
]

export async function openParticipant(browser: Browser, url: string, key: PersonKey): Promise<Participant> {
  const context = await browser.newContext({
    permissions: ['camera', 'microphone'],
    viewport: { width: 1000, height: 640 },
    locale: 'en-US',
  })
  context.setDefaultTimeout(15_000)
  await context.addInitScript(installInstruments)
  await context.addInitScript(installEyes)
  const page = await context.newPage()
  const watch = watchPage(page)
  const devtools = await context.newCDPSession(page)
  await page.goto(`${url}/?as=${key}`)
  const { name, id } = PEOPLE[key]

  return {
    ...{ key, name, identity: id, page, context, devtools, watch },
    look: () => page.evaluate(() => window.eyes.look()),
    async use(control, roll) {
      const at = await page.evaluate((wanted) => window.eyes.find(wanted), control)
      if (!at) {
        await page.evaluate((wanted) => window.eyes.useInWindow(wanted), control)
        return false
      }
      if (control.kind === 'choose') {
        await page.evaluate(choose, { ...at, roll })
        return true
      }
      await page.mouse.click(at.x, at.y)
      if (control.kind === 'write') {
        await page.keyboard.insertText(WORDS[roll % WORDS.length] ?? '')
        await page.keyboard.press(roll % 3 === 0 ? 'Shift+Enter' : 'Enter')
      }
      return true
    },
  }
}

/** Runs in the page. A native list opens a window of the system, which no script can reach. */
function choose({ x, y, roll }: { x: number; y: number; roll: number }): void {
  const list = document.elementFromPoint(x, y)?.closest('select')
  if (!list || list.options.length === 0) return
  list.focus()
  const chosen = list.options[roll % list.options.length]?.value ?? ''
  // React hears of a value only when it was set past its own back.
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(list, chosen)
  list.dispatchEvent(new Event('change', { bubbles: true }))
}
