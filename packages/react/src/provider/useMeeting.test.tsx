import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useMeetingLauncher } from '../launcher/useMeetingLauncher.ts'
import { createTestRuntime } from '../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { useMeeting } from './useMeeting.ts'

afterEach(cleanup)

function setUp() {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { lastsMinutes: 120 })
  const runtime = createTestRuntime({ clock, bookings: [booking] })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MeetingsTestProvider runtime={runtime}>{children}</MeetingsTestProvider>
  )
  let renders = 0
  const view = renderHook(
    () => {
      renders += 1
      return { ...useMeeting(), ...useMeetingLauncher() }
    },
    { wrapper },
  )
  const pass = (ms: number) =>
    act(async () => {
      clock.advance(ms)
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    })
  const join = async () => {
    await act(() => view.result.current.launchFromBooking({ bookingId: booking.id }))
    await pass(0)
  }
  return { ...runtime, booking, meeting: () => view.result.current, renders: () => renders, join, pass }
}

it('knows the open call by its four names, and forgets it after leaving', async () => {
  const { booking, meeting, join } = setUp()
  expect(meeting()).toMatchObject({ activeMeeting: null, isVideoCallOpen: false })
  expect(meeting().canJoinMeeting(booking)).toBe(true)
  expect(meeting().getTimeUntilMeeting(booking)).toEqual({ ms: 300_000, label: 'in 5 minutes' })
  await join()
  expect(meeting().activeMeeting).toEqual({
    token: 'token-1',
    roomName: `meeting_${booking.id}`,
    participantName: 'Alex Morgan',
    bookingId: booking.id,
  })
  expect(meeting().isVideoCallOpen).toBe(true)
  await act(() => meeting().endVideoCall())
  expect(meeting()).toMatchObject({ activeMeeting: null, isVideoCallOpen: false })
})

it('shows the renewed token after 50 minutes, with the room untouched', async () => {
  const { meeting, join, pass, room } = setUp()
  await join()
  const { connection } = room
  await pass(50 * 60_000)
  expect(meeting().activeMeeting?.token).toBe('token-2')
  expect(room.connection).toBe(connection)
  expect(room.requests).toHaveLength(1)
})

it('renders nothing again while people come, go and mute', async () => {
  const { join, renders, room } = setUp()
  await join()
  const before = renders()
  act(() => {
    room.join({ identity: 'sam' })
    room.change('sam', { microphone: 'muted' })
    room.drop()
    room.restore()
    room.leave('sam')
  })
  expect(renders()).toBe(before)
})

it('keeps its functions from render to render', async () => {
  const { meeting, join } = setUp()
  const { startVideoCall, endVideoCall, refreshToken, launchFromBooking } = meeting()
  await join()
  expect(meeting()).toMatchObject({ startVideoCall, endVideoCall, refreshToken, launchFromBooking })
})
