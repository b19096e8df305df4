import { expect, test } from '@playwright/test'
import { signIn } from './person.ts'
import { type Demo, startDemo } from './start-demo.ts'

let demo: Demo
test.beforeAll(async () => {
  test.setTimeout(6 * 60_000)
  demo = await startDemo({ PORT: '3213' })
})
test.afterAll(async () => {
  await demo?.interrupt()
})

test('a meeting is booked, appears in the list, is cancelled, and is gone from it', async ({ browser }) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  const dialog = alex.page.getByRole('dialog', { name: 'Book New Meeting' })

  await test.step('book', async () => {
    await alex.page.getByRole('button', { name: 'Book a meeting' }).click()
    await dialog.getByText('First talk').click()
    // A day of which nothing has passed yet.
    await dialog
      .getByRole('button', { name: /free times/ })
      .last()
      .click()
    await dialog
      .getByRole('button', { name: /\d:\d\d/ })
      .first()
      .click()
    await dialog.getByRole('button', { name: 'Book meeting' }).click()
    await expect(dialog.getByText('Your meeting is booked')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('it appears', async () => {
    await expect(alex.card('First talk')).toBeVisible()
  })

  await test.step('cancel', async () => {
    await alex
      .card('First talk')
      .getByRole('button', { name: /More actions/ })
      .click()
    await alex.page.getByRole('menuitem', { name: /Cancel/ }).click()
    const question = alex.page.getByRole('dialog', { name: /Cancel/ })
    await question.getByRole('button', { name: 'Cancel meeting' }).click()
    await expect(question).toBeHidden()
    await expect(alex.card('First talk')).toHaveCount(0)
  })
  await alex.context.close()
})
