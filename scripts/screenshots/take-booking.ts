import type { Page } from 'playwright'

type Save = (page: Page, what: string) => Promise<unknown>

/** Every step of booking in the demo, and of cancelling what was booked, as a customer on the list's page. */
export async function takeBooking(page: Page, save: Save): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /Book New Meeting|My Meetings/ })
  await page.getByRole('button', { name: 'Book a meeting' }).click()
  await dialog.getByRole('button', { name: 'First talk' }).waitFor()
  await save(page, 'booking-type')
  await dialog.getByRole('button', { name: 'First talk' }).click()
  await dialog.getByRole('combobox', { name: 'Month' }).selectOption({ index: 1 })
  const days = dialog.getByRole('button', { name: /\d+ free times?$/ })
  await days.first().waitFor()
  await save(page, 'booking-days')
  await days.first().click()
  const times = dialog.getByRole('button', { name: /^\d{1,2}:\d\d\s[AP]M$/ })
  await times.first().waitFor()
  await save(page, 'booking-times')
  await times.first().click()
  await dialog.getByLabel('Name').waitFor()
  await save(page, 'booking-form')
  await dialog.getByRole('button', { name: 'Book meeting' }).click()
  await dialog.getByRole('heading', { name: 'Your meeting is booked' }).waitFor()
  await save(page, 'booking-done')
  await dialog.getByRole('button', { name: 'Close' }).click()

  const card = page.locator('[data-meetings-part="booking-card"]', { hasText: 'First talk' })
  await card.getByRole('button', { name: /More actions/ }).click()
  await save(page, 'booking-menu')
  await page.getByRole('menuitem', { name: 'Cancel meeting' }).click()
  const question = page.getByRole('dialog', { name: 'Cancel this meeting?' })
  await question.waitFor()
  await save(page, 'cancel')
  await question.getByRole('button', { name: 'Cancel meeting' }).click()
  await question.waitFor({ state: 'hidden' })
}

/** A host's hours: as they are, and with a field that was refused. */
export async function takeAvailability(page: Page, save: Save): Promise<void> {
  await page.getByRole('link', { name: 'Availability' }).click()
  await page.getByRole('form', { name: 'Your hours' }).waitFor()
  await save(page, 'availability')
  await page.getByRole('button', { name: 'Add hours on Monday' }).click()
  await page.getByRole('button', { name: 'Save hours' }).click()
  await page.getByRole('alert').filter({ hasText: 'Not saved' }).waitFor()
  await save(page, 'availability-fault')
}
