import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { bookingsKeys } from '../../bookings/queries/bookings-query.ts'
import type { RoomEndKind } from '../../room/room-end.ts'
import { sampleBooking } from '../../testing/sample-booking.ts'

afterEach(cleanup)

const MINUTE = 60_000

/** In a call with somebody seen and heard, one's own screen shared: everything that can be live is. */
async function inACall() {
  const page = setUpCallPage({ people: [{ identity: 'sam' }] })
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  await act(() => page.calls.toggleScreenShare())
  expect(page.devices.live.length).toBeGreaterThan(2)
  expect(page.room.playing.size).toBeGreaterThan(0)
  const pass = (ms: number) => act(async () => page.clock.advance(ms))
  return { ...page, pass }
}

/** Until every try to come back is used up. */
async function endFor(kind: RoomEndKind, page: Awaited<ReturnType<typeof inACall>>): Promise<void> {
  if (kind === 'left') return act(() => page.calls.leave())
  for (let tries = 0; tries < 10; tries += 1) page.room.failNextConnect({ kind })
  await act(async () => page.room.end({ kind }))
  for (let tries = 0; tries < 10; tries += 1) await page.pass(MINUTE)
}

const KINDS: [RoomEndKind, title: string | null, way: string | null][] = [
  ['left', null, null],
  ['completed', 'The call has ended', null],
  ['removed', 'You were removed from the call', null],
  ['other-tab', 'You joined from somewhere else', 'Use here'],
  ['time-limit', 'The time limit was reached', 'Join again'],
  ['full', 'This call is full.', 'Try again'],
  ['not-open', 'This call is not open.', 'Try again'],
  ['token-expired', 'The connection to the call was lost.', 'Join again'],
  ['connection-lost', 'The connection to the call was lost.', 'Join again'],
  ['refused', 'The video service did not let you in.', null],
]

describe.each(KINDS)('after a call that ended by "%s"', (kind, title, way) => {
  it('no device is on, nothing plays, and no track is left published', async () => {
    const page = await inACall()
    await endFor(kind, page)
    expect(page.devices.live).toEqual([])
    expect([...page.room.playing]).toEqual([])
    expect(page.room.published).toBeNull()
    expect(page.devices.listening).toBe(0)
  })

  it(way ? `the screen says so and offers "${way}"` : 'there is no way back', async () => {
    const page = await inACall()
    await endFor(kind, page)
    if (title === null) return expect(screen.queryByRole('dialog')).toBeNull()
    screen.getByRole('heading', { name: title })
    const buttons = screen.getAllByRole('button').map((button) => button.textContent)
    expect(buttons.filter((name) => name !== 'On the page')).toEqual(way ? [way, 'Close'] : ['Close'])
  })
})

describe('an end screen', () => {
  it('says that the meeting is over when its time is', async () => {
    const page = await inACall()
    await page.pass(40 * MINUTE)
    await act(async () => page.room.end({ kind: 'completed' }))
    screen.getByRole('heading', { name: 'The meeting is over' })
  })

  it('tells what is next, if a list knows', async () => {
    const page = await inACall()
    const bookings = [
      sampleBooking(page.clock.now(), { id: 'b', startsInMinutes: 26 * 60, meetingTypeName: 'Review' }),
    ]
    page.queryClient.setQueryData(bookingsKeys.list({ scope: 'upcoming', pageSize: 20 }), {
      pages: [{ bookings, nextCursor: null, serverTime: '2026-11-23T09:00:00.000Z' }],
      pageParams: [null],
    })
    await act(async () => page.room.end({ kind: 'completed' }))
    await page.pass(4_000)
    await act(() => vi.dynamicImportSettled())
    screen.getByText('Next: Tomorrow at 11:00 AM, Review')
  })
})
