import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { bookingsKeys } from '../../bookings/queries/bookings-query.ts'
import { sampleBooking } from '../../testing/sample-booking.ts'

afterEach(cleanup)

const MINUTE = 60_000

/** In a call that began a minute ago and ends in 29, its surroundings loaded. */
async function inACall(people: Parameters<typeof setUpCallPage>[0] = { people: [{ identity: 'sam' }] }) {
  const page = setUpCallPage(people)
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  const pass = async (ms: number) => {
    await act(async () => page.clock.advance(ms))
  }
  await pass(4_000)
  await act(() => vi.dynamicImportSettled())
  return { ...page, pass }
}

const notice = () => document.querySelector('[data-meetings-part="notice-text"]')?.textContent ?? null

describe('the notices around a call', () => {
  it('tell that the end is near, and at the end let a person stay', async () => {
    const user = userEvent.setup()
    const page = await inACall()
    await page.pass(26 * MINUTE)
    expect(notice()).toBeNull()
    await page.pass(MINUTE)
    expect(notice()).toBe('This meeting ends in 2 minutes.')
    await page.pass(2 * MINUTE)
    expect(notice()).toBe('The scheduled time is over. You can go on, or leave.')
    await user.click(screen.getByRole('button', { name: 'Stay' }))
    expect(notice()).toBeNull()
    await page.pass(2 * MINUTE)
    expect(notice()).toBeNull()
    expect(screen.getByText('2 min over')).toBeInTheDocument()
    expect(page.calls.getState().session.phase).toBe('connected')
  })

  it('let a person leave at the end', async () => {
    const page = await inACall()
    await page.pass(30 * MINUTE)
    const [leave] = screen.getAllByRole('button', { name: 'Leave' })
    await userEvent.setup().click(leave as HTMLElement)
    expect(page.calls.getState().session.phase).toBe('idle')
  })

  it('tell of the next meeting when a list knows one, and ask nobody', async () => {
    const page = await inACall()
    const asked = vi.spyOn(page.client, 'listBookings')
    const bookings = [
      sampleBooking(page.clock.now(), { id: 'late', startsInMinutes: 50, meetingTypeName: 'Too late' }),
      sampleBooking(page.clock.now(), { id: 'next', startsInMinutes: 8, meetingTypeName: 'Review' }),
      sampleBooking(page.clock.now(), { id: 'off', startsInMinutes: 7, status: 'cancelled' }),
    ]
    act(() => {
      page.queryClient.setQueryData(bookingsKeys.list({ scope: 'upcoming', pageSize: 20 }), {
        pages: [{ bookings, nextCursor: null, serverTime: new Date(page.clock.now()).toISOString() }],
        pageParams: [null],
      })
    })
    expect(notice()).toBeNull()
    await page.pass(3 * MINUTE)
    expect(notice()).toBe('Your next meeting, Review, starts in 5 minutes.')
    await userEvent.setup().click(screen.getByRole('button', { name: 'Hide this message' }))
    await page.pass(MINUTE)
    expect(notice()).toBeNull()
    expect(asked).not.toHaveBeenCalled()
  })

  it('tell who waits alone that the host is late', async () => {
    const page = await inACall({ people: [] })
    const booking = sampleBooking(page.clock.now(), { startsInMinutes: -1 })
    act(() => {
      page.queryClient.setQueryData(bookingsKeys.list({ scope: 'upcoming', pageSize: 20 }), {
        pages: [{ bookings: [booking], nextCursor: null, serverTime: '2026-11-23T09:00:00.000Z' }],
        pageParams: [null],
      })
    })
    expect(screen.queryByText(/has not come yet/)).toBeNull()
    await page.pass(4 * MINUTE)
    screen.getByText('Sam Rivera has not come yet. The meeting was to begin 5 minutes ago.')
    act(() => page.room.join({ identity: 'sam' }))
    expect(screen.queryByText(/has not come yet/)).toBeNull()
  })

  it('say nothing of a connection that is lost for less than a second', async () => {
    const page = await inACall()
    act(() => page.room.drop())
    await page.pass(900)
    expect(notice()).toBeNull()
    act(() => page.room.restore())
    await page.pass(5_000)
    expect(notice()).toBeNull()
  })

  it('tell of a connection that is lost for longer, and for two seconds that it is back', async () => {
    const page = await inACall()
    act(() => page.room.drop())
    await page.pass(1_000)
    expect(notice()).toBe('Your connection was lost. Reconnecting; please stay.')
    act(() => page.room.restore())
    expect(notice()).toBe('You are connected again.')
    await page.pass(2_000)
    expect(notice()).toBeNull()
  })

  it('tell of a slow connection after ten seconds, and what it holds back', async () => {
    const page = await inACall()
    const own = (networkQuality: number) => act(() => page.room.feel(networkQuality))
    own(1)
    await page.pass(9_000)
    expect(notice()).toBeNull()
    await page.pass(1_000)
    expect(notice()).toBe('Your connection is slow. If the sound breaks up, turn your camera off.')
    act(() => page.room.change('sam', { isSwitchedOff: true }))
    expect(notice()).toBe('Your connection is slow: video is paused, sound goes on.')
    own(4)
    await page.pass(4_000)
    expect(notice()).not.toBeNull()
    await page.pass(1_000)
    expect(notice()).toBeNull()
  })

  it('do not call a connection slow because a picture is off that nobody looks at', async () => {
    const page = await inACall()
    act(() => page.room.feel(5))
    act(() => page.room.change('sam', { isSwitchedOff: true }))
    await page.pass(20_000)
    expect(notice()).toBeNull()
  })

  it('tell that the call is recorded; the sign stays when that was read', async () => {
    const page = await inACall()
    act(() => page.room.record(true))
    expect(notice()).toBe('This call is being recorded.')
    expect(screen.getByText('Recording')).toBeInTheDocument()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Hide this message' }))
    expect(notice()).toBeNull()
    expect(screen.getByText('Recording')).toBeInTheDocument()
    act(() => page.room.record(false))
    expect(notice()).toBe('The recording has stopped.')
    expect(screen.queryByText('Recording')).toBeNull()
    await page.pass(5_000)
    expect(notice()).toBeNull()
  })
})
