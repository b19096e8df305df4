import { expect } from '@playwright/test'
import { resetBookings, test } from './demo-test.ts'
import { join, type Person, signIn } from './person.ts'

const MEETING = 'Consultation'

test.beforeAll(({ demo }) => resetBookings(demo))

test('a guest with a language of their own and no lobby waits for the host, and is let in', async ({
  browser,
  demo,
}) => {
  const lou = await signIn(browser, demo.url, 'Lou Berg')
  const sam = await signIn(browser, demo.url, 'Sam Okafor')

  await test.step('settings count at once, and are kept', async () => {
    await lou.page.getByRole('button', { name: 'Settings' }).click()
    const settings = lou.page.getByRole('region', { name: 'Settings' })
    await settings.getByRole('combobox', { name: 'Language of meetings' }).selectOption('العربية')
    await settings.getByRole('checkbox', { name: 'Show the lobby before a call' }).uncheck()
    await settings.getByRole('checkbox', { name: 'Reactions in calls' }).uncheck()
    for (const isReloaded of [false, true]) {
      if (isReloaded) await lou.page.reload()
      await expect(lou.page.locator('html')).toHaveAttribute('dir', 'rtl')
      await expect(lou.page.locator('html')).toHaveAttribute('lang', 'ar')
      await expect(lou.page.getByRole('tab', { name: 'القادمة' })).toBeVisible()
      expect(await widthBeside(lou)).toBe(0)
    }
  })

  await test.step('the guest waits, and goes straight into the call when they are let in', async () => {
    await join(sam, MEETING)
    await lou.card(MEETING).getByRole('button', { name: 'الانضمام إلى مكالمة الفيديو' }).click()
    await sam.call.getByRole('button', { name: 'People, in the call: 1, waiting: 1' }).click()
    await expect(controls(lou)).toBeHidden()
    await sam.call.getByRole('button', { name: 'Admit Lou Berg' }).click()
    await expect(controls(lou)).toBeVisible()
    await expect(sam.tile('Lou Berg').locator('video')).toBeVisible()
    expect(await partsOf(lou)).not.toContain('reactions-button')
    expect(await partsOf(sam)).toContain('reactions-button')
  })

  await test.step('the app’s own key mutes', async () => {
    await sam.page.keyboard.press('Control+d')
    await expect(sam.call.getByRole('button', { name: 'Unmute', exact: true })).toBeVisible()
  })

  await Promise.all([lou.context.close(), sam.context.close()])
})

const controls = ({ page }: Person) => page.locator('[data-meetings-part="control-bar"]')

/** How far the page can be scrolled sideways. */
function widthBeside({ page }: Person): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

function partsOf(person: Person): Promise<(string | null)[]> {
  return controls(person)
    .locator('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-meetings-part')))
}
