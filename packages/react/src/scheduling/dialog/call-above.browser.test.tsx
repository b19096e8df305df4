import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { bookingSetup } from '../../../test/booking-for-tests.tsx'
import { ManagedVideoCall } from '../../call/ManagedVideoCall.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { MeetingsBookingModal } from '../MeetingsBookingModal.tsx'
import '../../styles.css'

afterEach(() => cleanup())

const NOW = '2026-11-23T09:00:00.000Z'

function Page() {
  const [open, setOpen] = useState(true)
  return (
    <main>
      <MeetingsBookingModal open={open} onOpenChange={setOpen} defaultTab="book-new-meeting" />
      <ManagedVideoCall />
    </main>
  )
}

/** In the middle of the form, with the focus in a field that has something in it. */
async function halfFilledForm() {
  const booking = sampleBooking(Date.parse(NOW))
  const setup = bookingSetup({ now: NOW, bookings: [booking] })
  await render(setup.wrap(<Page />))
  await page.getByRole('button', { name: /November 24, 2026, \d+ free times/ }).click()
  await page.getByRole('button', { name: '2:00 PM' }).click()
  await page.getByLabelText('Name').click()
  await userEvent.keyboard('Alex Mor')
  await expect.poll(() => setup.schedule.holds.length).toBe(1)
  return { ...setup, booking }
}

const call = () => page.getByRole('dialog', { name: /Video call/ })
const leave = () => page.getByRole('button', { name: 'Leave', exact: true })

async function expectAbove(): Promise<void> {
  await expect.element(page.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
  const { x, y, width, height } = leave().element().getBoundingClientRect()
  const top = document.elementFromPoint(x + width / 2, y + height / 2)
  expect(leave().element().contains(top)).toBe(true)
  await expect.poll(() => call().element().contains(document.activeElement)).toBe(true)
  await userEvent.keyboard('{Tab}{Tab}')
  expect(call().element().contains(document.activeElement)).toBe(true)
}

it('is below a call that starts while somebody types, and is typed on in after it', async () => {
  const { calls, booking, schedule } = await halfFilledForm()
  void calls.launch(booking.id)
  await expectAbove()
  await leave().click()
  await expect.element(call()).not.toBeInTheDocument()
  await expect.element(page.getByLabelText('Name')).toHaveFocus()
  await userEvent.keyboard('gan')
  await expect.element(page.getByLabelText('Name')).toHaveValue('Alex Morgan')
  expect(schedule.holds).toHaveLength(1)
})

it('is as it was after a call that was joined from its own list', async () => {
  await halfFilledForm()
  await page.getByRole('tab', { name: 'My Meetings' }).click()
  await page.getByRole('button', { name: 'Join Video Call' }).click()
  await expectAbove()
  await leave().click()
  await expect.element(call()).not.toBeInTheDocument()
  await expect
    .poll(() => page.getByRole('dialog', { name: 'My Meetings' }).element().contains(document.activeElement))
    .toBe(true)
  await page.getByRole('tab', { name: 'Book New Meeting' }).click()
  await expect.element(page.getByLabelText('Name')).toHaveValue('Alex Mor')
})
