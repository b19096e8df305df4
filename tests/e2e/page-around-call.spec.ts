import { expect, type Page } from '@playwright/test'
import { expectMovingPicture } from './person.ts'
import { controls, joinFirst, openSite, press, test, tile } from './site-test.ts'

test('a call keeps the screen on, marks its tab, fills the screen, hears keys and is not left by mistake', async ({
  context,
  site,
}) => {
  site.addMeeting()
  await context.grantPermissions(['camera', 'microphone', 'screen-wake-lock'])
  await context.addInitScript(KEEP_WAKE_LOCKS)
  const page = await openSite(context, site, 'host')
  await joinFirst(page)

  await test.step('the tab tells of it', async () => {
    await expect(page).toHaveTitle('● Harbor Advisory')
    await expect(page.locator('link[rel=icon]')).toHaveCount(1)
  })

  await test.step('the screen stays on, also after the page was out of sight', async () => {
    await expect.poll(() => wakeLocks(page)).toEqual(['held'])
    await page.evaluate(async () => {
      // As browsers do with a page that nobody looks at.
      await window.wakeLocks[0]?.release()
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect.poll(() => wakeLocks(page)).toEqual(['released', 'held'])
  })

  await test.step('it fills the screen, and lets it go', async () => {
    await choose(page, 'Full screen')
    await expect.poll(() => fullScreenPart(page)).toBe('call-layer')
    await choose(page, 'Leave full screen')
    await expect.poll(() => fullScreenPart(page)).toBeNull()
  })

  await test.step('a key mutes it, and is a letter in the chat', async () => {
    await page.keyboard.press('m')
    await expect(controls(page).getByRole('button', { name: 'Unmute' })).toBeVisible()
    await press(page, 'Chat')
    const field = page.getByRole('textbox', { name: 'Message to everybody' })
    await field.pressSequentially('mm')
    await expect(field).toHaveValue('mm')
    await expect(controls(page).getByRole('button', { name: 'Unmute' })).toBeVisible()
    await press(page, 'Chat')
  })

  const questions: string[] = []
  await test.step('a reload is asked about, and the call goes on when one stays', async () => {
    page.on('dialog', async (dialog) => {
      questions.push(dialog.type())
      await dialog.dismiss()
    })
    await page.evaluate(() => void setTimeout(() => location.reload()))
    await expect.poll(() => questions).toEqual(['beforeunload'])
    await expect(controls(page)).toBeVisible()
  })

  await test.step('afterwards everything is as it was, and a reload is not asked about', async () => {
    await press(page, 'Leave')
    await expect(page).toHaveTitle('Harbor Advisory')
    await expect(page.locator('link[rel=icon]')).toHaveCount(0)
    await expect.poll(() => wakeLocks(page)).toEqual(['released', 'released'])
    await page.reload()
    await expect(page.getByRole('button', { name: 'Join Video Call' })).toBeVisible()
    expect(questions).toHaveLength(1)
  })
})

test('a call goes on in a window above all others, and comes back from there', async ({
  browser,
  context,
  site,
}) => {
  site.addMeeting()
  const page = await openSite(context, site, 'host')
  await joinFirst(page)
  const customer = await openSite(await browser.newContext(), site, 'customer')
  await joinFirst(customer)
  await expectMovingPicture(tile(page, 'Alex Rivera').locator('video'))

  await choose(page, 'Keep on top of other windows')
  await expect.poll(() => inWindow(page)).toEqual(['Return to call', 'Mute', 'Leave'])
  await pressInWindow(page, 'Mute')
  await expect(tile(customer, 'Sam Okafor').getByRole('img', { name: 'Muted' })).toBeVisible()
  await pressInWindow(page, 'Return to call')
  await expect(controls(page).getByRole('button', { name: 'Unmute' })).toBeVisible()
  await expect.poll(() => inWindow(page)).toBeNull()
  await expectMovingPicture(tile(page, 'Alex Rivera').locator('video'))

  await press(page, 'Leave')
  await press(customer, 'Leave')
  await customer.context().close()
})

test('whoever joins in a second tab can bring the call back to the first', async ({ context, site }) => {
  site.addMeeting()
  const first = await openSite(context, site, 'host')
  await joinFirst(first)
  const second = await openSite(context, site, 'host')
  await joinFirst(second)
  await expect(first.getByRole('heading', { name: 'You joined from somewhere else' })).toBeFocused()
  await press(first, 'Use here')
  await expect(controls(first)).toBeVisible()
  await expect(second.getByRole('heading', { name: 'You joined from somewhere else' })).toBeVisible()
  await expect(controls(second)).toBeHidden()
  await press(second, 'Close')
  await press(first, 'Leave')
})

const KEEP_WAKE_LOCKS = `
  window.wakeLocks = []
  const request = navigator.wakeLock.request.bind(navigator.wakeLock)
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type)
    window.wakeLocks.push(lock)
    return lock
  }
`

declare global {
  interface Window {
    wakeLocks: WakeLockSentinel[]
    documentPictureInPicture?: { window: Window | null }
  }
}

/** A line of the "more" menu. */
async function choose(page: Page, line: string): Promise<void> {
  await press(page, 'More')
  await page.getByRole('menuitem', { name: line, exact: true }).click()
}

const wakeLocks = (page: Page) =>
  page.evaluate(() => window.wakeLocks.map(({ released }) => (released ? 'released' : 'held')))

const fullScreenPart = (page: Page) =>
  page.evaluate(() => document.fullscreenElement?.getAttribute('data-meetings-part') ?? null)

/** The buttons of the small window; `null` while there is none. */
const inWindow = (page: Page) =>
  page.evaluate(() => {
    const small = window.documentPictureInPicture?.window
    if (!small) return null
    return [...small.document.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))
  })

const pressInWindow = (page: Page, name: string) =>
  page.evaluate((label) => {
    const small = window.documentPictureInPicture?.window
    small?.document.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)?.click()
  }, name)
