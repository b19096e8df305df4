import { expect } from '@playwright/test'
import { bookingDialog } from './booking-dialog.ts'
import { test } from './demo-test.ts'
import { type Person, signIn } from './person.ts'

test('a day that the host takes away is no longer offered, and is offered again', async ({
  browser,
  demo,
}) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  const noor = await signIn(browser, demo.url, 'Noor Haddad')
  const days = await daysOfQuickCalls(alex)
  // Tomorrow, wherever midnight is: the whole of it lies ahead.
  const tomorrow = days.at(-1)
  if (!tomorrow) throw new Error('No day is offered.')

  await openAvailability(noor)
  await noor.page.getByRole('button', { name: 'Add time off' }).click()
  const timeOff = noor.page.getByRole('region', { name: 'Time off' })
  await expect(timeOff.getByLabel('From')).toBeFocused()
  await timeOff.getByLabel('From').fill(tomorrow)
  await timeOff.getByLabel('To, included').fill(tomorrow)
  await save(noor)
  expect(await daysOfQuickCalls(alex)).not.toContain(tomorrow)

  await test.step('it is kept', async () => {
    await noor.page.reload()
    await expect(timeOff.getByLabel('From')).toHaveValue(tomorrow)
  })

  await timeOff.getByRole('button', { name: /^Remove/ }).click()
  await expect(noor.page.getByRole('button', { name: 'Add time off' })).toBeFocused()
  await save(noor)
  expect(await daysOfQuickCalls(alex)).toContain(tomorrow)
  await Promise.all([alex.context.close(), noor.context.close()])
})

test('hours that make no sense are refused where they are, and nothing that was typed is lost', async ({
  browser,
  demo,
}) => {
  const sam = await signIn(browser, demo.url, 'Sam Okafor')
  await openAvailability(sam)
  const monday = sam.page.getByRole('group', { name: 'Monday' })
  const rows = await monday.getByLabel('From').count()
  await monday.getByRole('button', { name: 'Add hours on Monday' }).click()
  const from = monday.getByLabel('From').last()
  await expect(from).toBeFocused()

  await test.step('an empty time', async () => {
    await sam.page.getByRole('button', { name: 'Save hours' }).click()
    await expect(from).toBeFocused()
    await expect(from).toHaveAccessibleDescription('Enter a time.')
  })

  await test.step('a time inside another range, refused by the server', async () => {
    await from.fill('09:00')
    await monday.getByLabel('To', { exact: true }).last().fill('10:00')
    await sam.page.getByRole('button', { name: 'Save hours' }).click()
    await expect(sam.page.getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible()
    const wrong = monday.locator('[aria-invalid="true"]')
    await expect(wrong).toBeFocused()
    await expect(wrong).toHaveAccessibleDescription(/^Must not overlap /)
    await expect(from).toHaveValue('09:00')
    await expect(monday.getByLabel('From')).toHaveCount(rows + 1)
  })

  await test.step('corrected', async () => {
    await from.fill('22:00')
    await expect(from).toHaveAttribute('aria-invalid', 'false')
    await monday.getByLabel('To', { exact: true }).last().fill('00:00')
    await save(sam)
    await sam.page.reload()
    await expect(monday.getByLabel('To', { exact: true }).last()).toHaveValue('00:00')
  })

  await test.step('taken away again', async () => {
    await monday.getByRole('button', { name: 'Remove 22:00 to 00:00 on Monday' }).click()
    await expect(monday.getByRole('button', { name: 'Add hours on Monday' })).toBeFocused()
    await save(sam)
  })
  await sam.context.close()
})

test('who hosts nothing is told so, and finds no link', async ({ browser, demo }) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  await alex.page.goto(`${demo.url}/availability`)
  await expect(alex.page.getByText(/You host no meetings/)).toBeVisible()
  await expect(alex.page.getByRole('link', { name: 'Availability' })).toHaveCount(0)
  await alex.context.close()
})

async function openAvailability({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: 'Availability' }).click()
  await expect(page.getByRole('heading', { name: 'Availability', level: 1 })).toBeVisible()
  await expect(page.getByRole('form', { name: 'Your hours' })).toBeVisible()
}

async function save({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
}

/** The dates on which the calendar offers a quick call, as `YYYY-MM-DD`. */
async function daysOfQuickCalls(person: Person): Promise<string[]> {
  const { dialog, ...booking } = bookingDialog(person)
  // What the calendar knows may be half a minute old; a page that is opened knows nothing yet.
  await person.page.reload()
  await person.page.getByRole('button', { name: 'Book a meeting' }).click()
  await booking.chooseType('Quick call')
  const month = dialog.getByRole('combobox', { name: 'Month' })
  const found: string[] = []
  for (const index of (await month.locator('option').all()).keys()) {
    await month.selectOption({ index })
    const grid = dialog.locator('[data-meetings-part="calendar"][data-state="ready"]')
    await expect(grid).toBeVisible()
    for (const day of await grid.getByRole('button', { name: /\d+ free times?$/ }).all()) {
      const label = (await day.getAttribute('aria-label')) ?? ''
      const [, date = ''] = /(\w+ \d+, \d{4})/.exec(label) ?? []
      found.push(new Date(`${date} UTC`).toISOString().slice(0, 10))
    }
  }
  await booking.close()
  return found
}
