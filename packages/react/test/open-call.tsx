import type { ParticipantRole } from '@meetings/contract'
import { act, render, screen } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { ManagedVideoCall, type ManagedVideoCallProps } from '../src/call/ManagedVideoCall.tsx'
import { loadAround } from '../src/call/notices/load-around.ts'
import type { CallFeedback } from '../src/provider/call-feedback.ts'
import { createFakeRoomClient } from '../src/room/fake/create-fake-room-client.ts'
import type { FakePerson } from '../src/room/fake/fake-participant.ts'
import { createTestRuntime, type TestRuntime } from '../src/testing/create-test-runtime.ts'
import type { FakeBackgrounds } from '../src/testing/fake-backgrounds.ts'
import type { FakeSurroundings } from '../src/testing/fake-surroundings.ts'
import { MeetingsTestProvider } from '../src/testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../src/testing/sample-booking.ts'
import { createTestClock } from '../src/testing/test-clock.ts'

await loadAround()

/** A real call over fakes in a host page with one button, which has the focus. Nothing is joined yet. */
export function setUpCallPage(
  options: {
    people?: readonly FakePerson[]
    blocksSound?: boolean
    lobby?: boolean
    /** Who this person is in the booking. */
    role?: ParticipantRole
    /** What the host app changes about the call. */
    call?: ManagedVideoCallProps
    surroundings?: FakeSurroundings
    backgrounds?: FakeBackgrounds
    onFeedback?: (feedback: CallFeedback) => void
  } = {},
) {
  const { people = [], blocksSound = false, role = 'customer', call } = options
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1, viewerRole: role })
  const runtime = createTestRuntime({
    clock,
    bookings: [booking],
    lobby: options.lobby ?? false,
    ...(options.surroundings && { surroundings: options.surroundings }),
    ...(options.backgrounds && { backgrounds: options.backgrounds }),
    ...(options.onFeedback && { onFeedback: options.onFeedback }),
    room: createFakeRoomClient({ people, blocksSound }),
    participants: [
      { identity: 'sam', name: 'Sam Rivera', role: 'host' },
      { identity: 'kim', name: 'Kim Lee', role: 'guest' },
      { identity: 'me', name: 'Alex Morgan', role: 'customer' },
    ],
  })
  return { ...runtime, ...renderCallPage(runtime, undefined, call), bookingId: booking.id }
}

/** The host page around any runtime, in StrictMode as a careful host has it. */
export function renderCallPage(runtime: TestRuntime, beside?: ReactNode, call?: ManagedVideoCallProps) {
  const view = render(
    <StrictMode>
      <MeetingsTestProvider runtime={runtime}>
        <button type="button">On the page</button>
        {beside}
        <ManagedVideoCall {...call} />
      </MeetingsTestProvider>
    </StrictMode>,
  )
  screen.getByRole('button', { name: 'On the page' }).focus()
  return view
}

/** Joins and waits until the call screen is there. */
export async function joinCall(page: ReturnType<typeof setUpCallPage>): Promise<void> {
  await act(() => page.calls.launch(page.bookingId).then(() => {}))
  await screen.findByRole('group', { name: 'Call controls' }, { timeout: 5000 })
}
