import '../../styles.css'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'

// With a real mouse: between the two ways of a real press React draws, which a made-up one leaves out.

const more = () => page.getByRole('button', { name: 'More', exact: true })
const choose = async (name: string) => {
  await more().click()
  await page.getByRole('menuitem', { name }).click()
}

it('does what its lines say, and closes', async () => {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const runtime = createTestRuntime({ clock, bookings: [booking] })
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  await runtime.calls.launch(booking.id)

  await choose('Settings')
  await expect.element(page.getByRole('region', { name: 'Settings' })).toBeVisible()
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Close panel' }).click()
  await expect.element(more()).toHaveFocus()

  await more().click()
  await page.getByRole('menuitemradio', { name: 'Speaker' }).click()
  expect(runtime.callView.get().layout).toBe('speaker')

  await choose('Keyboard shortcuts')
  await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  runtime.calls.destroy()
})
