import '../../styles.css'
import { expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import { writeMessage } from '../../talk/wire-message.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'
import { loadAround } from '../notices/load-around.ts'

it('says politely who comes, raises a hand and mutes, unseen and still read out', async () => {
  await loadAround()
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const participants = [
    { identity: 'sam', name: 'Sam Rivera', role: 'host' as const },
    { identity: 'kim', name: 'Kim Lee', role: 'guest' as const },
  ]
  const { calls, ...runtime } = createTestRuntime({ clock, bookings: [booking], room, participants })
  onTestFinished(() => calls.destroy())
  await render(
    <MeetingsTestProvider runtime={{ ...runtime, calls }}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  await calls.launch(booking.id)
  // By its role: a region that is not in the tree of what is read out is not found.
  const says = async (words: string) => {
    const region = page.getByRole('status').filter({ hasText: words })
    await expect.element(region).toBeInTheDocument()
    clock.advance(1_500)
    return region.element()
  }
  const region = await says('You are in the call')
  expect(region.getBoundingClientRect().width).toBeLessThanOrEqual(1)

  room.join({ identity: 'kim' })
  expect(await says('Kim Lee joined')).toBe(region)
  room.say('sam', writeMessage({ type: 'hand', upForMs: 0 }))
  expect(await says('Sam Rivera raised a hand')).toBe(region)
  room.change('kim', { microphone: 'muted' })
  expect(await says('Kim Lee is muted')).toBe(region)
})
