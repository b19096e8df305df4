import { expect, type Locator } from '@playwright/test'
import { bookingDialog, quarterNotEnding } from './booking-dialog.ts'
import { resetBookings, test } from './demo-test.ts'
import { expectMovingPicture, join, type Person, passLobby, signIn } from './person.ts'

test.beforeAll(({ demo }) => resetBookings(demo))

test('a meeting is booked, moved and cancelled; another one is booked for now and joined', async ({
  browser,
  demo,
}) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  const { dialog, ...booking } = bookingDialog(alex)

  const time = await test.step('a talk next month is booked, and appears in the list', async () => {
    await alex.page.getByRole('button', { name: 'Book a meeting' }).click()
    await booking.chooseType('First talk')
    await booking.chooseDayNextMonth()
    const chosen = await booking.chooseTime()
    await expect(dialog.getByLabel('Name')).toHaveValue('Alex Rivera')
    await dialog.getByLabel(/What is it about/).fill('Moving house')
    await dialog.getByRole('button', { name: 'Book meeting' }).click()
    await expect(dialog.getByRole('heading', { name: 'Your meeting is booked' })).toBeFocused()
    await booking.close()
    await expect(alex.card('First talk')).toContainText(chosen)
    return chosen
  })

  await test.step('it is moved to another time', async () => {
    await fromMenu(alex, alex.card('First talk'), 'Reschedule')
    await expect(dialog.getByText(/^Now on /)).toContainText(time)
    await booking.chooseDayNextMonth()
    // The first one is its own: what a meeting takes itself is free for it.
    const moved = await booking.chooseTime(1)
    expect(moved).not.toBe(time)
    await dialog.getByRole('button', { name: 'Move meeting' }).click()
    await expect(dialog.getByRole('heading', { name: 'Your meeting has a new time' })).toBeFocused()
    await booking.close()
    await expect(alex.card('First talk')).toContainText(moved)
  })

  await test.step('it is cancelled, and kept among the cancelled', async () => {
    await fromMenu(alex, alex.card('First talk'), 'Cancel meeting')
    const question = alex.page.getByRole('dialog', { name: 'Cancel this meeting?' })
    await question.getByLabel('Reason (optional)').fill('We have moved already.')
    await question.getByRole('button', { name: 'Cancel meeting' }).click()
    await expect(question).toBeHidden()
    await expect(alex.card('First talk')).toHaveCount(0)
    await alex.page.getByRole('tab', { name: 'Cancelled' }).click()
    await expect(alex.card('First talk')).toContainText('We have moved already.')
    await alex.page.getByRole('tab', { name: 'Upcoming' }).click()
  })

  const noor = await signIn(browser, demo.url, 'Noor Haddad')
  await test.step('a call is booked for now, and its host sees it come', async () => {
    await quarterNotEnding()
    await alex.page.getByRole('button', { name: 'Book a meeting' }).click()
    await booking.chooseType('Quick call')
    await booking.chooseFirstDay()
    await booking.chooseTime()
    await dialog.getByRole('button', { name: 'Book meeting' }).click()
    await expect(dialog.getByRole('heading', { name: 'Your meeting is booked' })).toBeFocused()
    await expect(noor.card('Quick call')).toBeVisible()
  })

  await test.step('both join it, and see each other move', async () => {
    await dialog.getByRole('button', { name: 'Join Video Call' }).click()
    await passLobby(alex)
    await join(noor, 'Quick call')
    await expectMovingPicture(alex.tile('Noor Haddad').locator('video'))
    await expectMovingPicture(noor.tile('Alex Rivera').locator('video'))
  })

  await test.step('the dialog stayed below the call, and is found as it was', async () => {
    await alex.call.getByRole('button', { name: 'Leave' }).click()
    await expect(alex.call).toBeHidden()
    await expect(dialog.getByRole('heading', { name: 'Your meeting is booked' })).toBeVisible()
    await booking.close()
    await expect(alex.card('Quick call')).toBeVisible()
  })
  await Promise.all([alex.context.close(), noor.context.close()])
})

async function fromMenu({ page }: Person, card: Locator, item: string): Promise<void> {
  await card.getByRole('button', { name: /More actions/ }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
