import { expect, type Page, test } from '@playwright/test'
import type { PersonKey } from '../meeting-site/people.ts'
import { startSite } from '../meeting-site/start-site.ts'

test('a host lets one guest in, refuses another, and locks the meeting', async ({ browser }) => {
  const site = await startSite()
  const bookingId = site.addMeeting()
  const open = async (key: PersonKey) => {
    const page = await (await browser.newContext()).newPage()
    await page.setViewportSize({ width: 1000, height: 640 })
    await page.goto(`${site.url}/?as=${key}`)
    return page
  }
  const [host, guest, otherGuest] = [await open('host'), await open('guest'), await open('otherGuest')]

  await test.step('guests wait, and are told for whom', async () => {
    await press(host, 'Join Video Call')
    await press(host, 'Join now')
    for (const page of [guest, otherGuest]) {
      await press(page, 'Join Video Call')
      await expect(page.getByText('Sam Okafor will let you in soon.')).toBeVisible()
    }
  })

  await test.step('one is let in, and is seen', async () => {
    await press(host, 'People, in the call: 1, waiting: 2')
    await press(host, 'Admit Kim Ito')
    await expect(controls(guest)).toBeVisible()
    await expect(tile(host, 'Kim Ito').locator('video')).toBeVisible()
  })

  await test.step('the other is refused, and told so', async () => {
    await press(host, 'Refuse Lou Berg')
    await expect(otherGuest.getByRole('heading', { name: 'The host did not let you in.' })).toBeFocused()
    await press(otherGuest, 'Close')
    await expect(host.getByRole('list', { name: 'Removed: 1' })).toContainText('Lou Berg')
    await expect(tile(host, 'Lou Berg')).toHaveCount(0)
  })

  const customer = await open('customer')
  await test.step('a locked meeting keeps out who was not in yet, and says why', async () => {
    await host.getByRole('checkbox', { name: 'Lock the meeting' }).check()
    await expect(host.getByText('The meeting is locked.')).toBeVisible()
    await press(customer, 'Join Video Call')
    await expect(customer.getByText('The host has locked this meeting.').first()).toBeVisible()
    await expect(controls(customer)).toBeHidden()
  })

  await test.step('who was in comes back through the lock; unlocked, everybody can join', async () => {
    await press(guest, 'Leave')
    await press(guest, 'Join Video Call')
    await press(guest, 'Join now')
    await expect(controls(guest)).toBeVisible()
    await host.getByRole('checkbox', { name: 'Lock the meeting' }).uncheck()
    await expect(host.getByText('The meeting is not locked any more.')).toBeVisible()
    await press(customer, 'Join Video Call')
    await press(customer, 'Join now')
    await expect(tile(host, 'Alex Rivera').locator('video')).toBeVisible()
  })

  await test.step('who was refused may ask again', async () => {
    await press(host, 'Let back in: Lou Berg')
    await press(otherGuest, 'Join Video Call')
    await press(host, 'Admit Lou Berg')
    await expect(tile(host, 'Lou Berg').locator('video')).toBeVisible()
  })

  await test.step('the last one out completes the meeting', async () => {
    for (const page of [guest, otherGuest, customer, host]) await press(page, 'Leave')
    await expect.poll(() => site.store.get(bookingId)?.status).toBe('completed')
    expect(site.failures).toEqual([])
  })
  for (const page of [host, guest, otherGuest, customer]) await page.context().close()
  await site.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const controls = (page: Page) => page.getByRole('group', { name: 'Call controls' })
const tile = (page: Page, name: string) =>
  page.locator('[data-meetings-part="tile"]:not([data-local])', { hasText: name })
