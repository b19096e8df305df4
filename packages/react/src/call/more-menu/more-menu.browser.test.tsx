import '../../styles.css'
import { expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import type { FakePerson } from '../../room/fake/fake-participant.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import type { BarButtonProps, CallComponents } from '../components.ts'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'

// With a real mouse: between the two ways of a real press React draws, which a made-up one leaves out.

const more = () => page.getByRole('button', { name: 'More', exact: true })
const choose = async (name: string) => {
  await more().click()
  await page.getByRole('menuitem', { name }).click()
}

async function openCall(people: readonly FakePerson[] = [], components?: CallComponents) {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people })
  const runtime = createTestRuntime({ clock, bookings: [booking], room })
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <ManagedVideoCall components={components} />
    </MeetingsTestProvider>,
  )
  onTestFinished(() => runtime.calls.destroy())
  await runtime.calls.launch(booking.id)
  return runtime
}

it('does what its lines say, and closes', async () => {
  const runtime = await openCall()
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
})

it('hides the own picture, brings it back, and turns it round', async () => {
  await openCall([{ identity: 'sam' }, { identity: 'kim' }])
  // What somebody sends carries the name of its track.
  const own = () => document.querySelector('[data-meetings-part="video"]:not([data-track])')
  const turn = () => getComputedStyle(own() ?? document.body).transform
  await expect.poll(turn).toBe('matrix(-1, 0, 0, 1, 0, 0)')

  await more().click()
  await page.getByRole('menuitemcheckbox', { name: 'Mirrored' }).click()
  await expect.poll(turn).toBe('none')
  expect(own()).not.toBeNull()

  await more().click()
  await page.getByRole('menuitemradio', { name: 'Hidden' }).click()
  await expect.poll(own).toBeNull()
  expect(
    page.getByRole('list', { name: 'People in the call' }).getByRole('listitem').elements(),
  ).toHaveLength(2)

  await more().click()
  await expect.element(page.getByRole('menuitemradio', { name: 'Hidden' })).toBeChecked()
  await page.getByRole('menuitemradio', { name: 'Among the others' }).click()
  await expect.poll(own).not.toBeNull()
})

const throwConfetti = vi.fn()
function Confetti({ isInMenu = false }: BarButtonProps) {
  return (
    <button type="button" {...(isInMenu && { role: 'menuitem', tabIndex: -1 })} onClick={throwConfetti}>
      Confetti
    </button>
  )
}

it('has lines of an app’s own, which the arrow keys find', async () => {
  await page.viewport(390, 844)
  await openCall([], { ReactionsButton: Confetti })
  await more().click()
  const line = page.getByRole('menuitem', { name: 'Confetti' })
  await expect.element(line).toBeVisible()
  await userEvent.keyboard('c')
  await expect.element(line).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(throwConfetti).toHaveBeenCalledOnce()
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  await page.viewport(1280, 800)
  await expect.element(page.getByRole('button', { name: 'Confetti' })).toBeVisible()
})
