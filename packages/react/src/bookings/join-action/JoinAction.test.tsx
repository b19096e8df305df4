import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderList } from '../../../test/list-for-tests.tsx'
import { sampleOf } from '../../../test/stories/sample-week.ts'
import type { LaunchResult } from '../../session/call-controller.ts'

afterEach(cleanup)

const join = () => screen.findByRole('button', { name: 'Join Video Call' })
const ticket = {
  bookingId: 'joinable',
  roomName: 'meeting_joinable',
  token: 'token-1',
  participantName: 'Alex Morgan',
}

describe('the Join button', () => {
  it('says before the window why it cannot be pressed, keeps the focus and does nothing', async () => {
    const { user, calls } = renderList({ bookings: [sampleOf('later')] })
    const button = await join()
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription('Available 15 minutes before start Portfolio review')
    expect(screen.getByText('Available 15 minutes before start')).toBeVisible()
    await user.click(button)
    expect(button).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(calls.actions).toEqual([])
  })

  it('lets the call be fetched as soon as a pointer or the focus reaches it, not before the window', async () => {
    const { user, calls } = renderList({ bookings: [sampleOf('joinable'), sampleOf('later')] })
    const [early, open] = [...(await screen.findAllByRole('button', { name: 'Join Video Call' }))].reverse()
    await user.hover(early as HTMLElement)
    expect(calls.actions).toEqual([])
    await user.hover(open as HTMLElement)
    expect(calls.actions).toEqual(['prepare'])
  })

  it('takes the minutes from the window of the booking', async () => {
    const booking = sampleOf('later')
    const opensAt = new Date(Date.parse(booking.startTime) - 5 * 60_000).toISOString()
    renderList({ bookings: [{ ...booking, joinWindow: { ...booking.joinWindow, opensAt } }] })
    expect(await screen.findByText('Available 5 minutes before start')).toBeVisible()
  })

  it('becomes available exactly 15 minutes before the start', async () => {
    const { pass } = renderList({ bookings: [sampleOf('later')] })
    const button = await join()
    await pass(169.99)
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await pass(0.01)
    expect(button).not.toHaveAttribute('aria-disabled')
    expect(screen.queryByText(/Available/)).toBeNull()
  })

  it('goes away when the meeting is over', async () => {
    const { pass } = renderList({ bookings: [sampleOf('joinable')] })
    await join()
    await pass(35)
    expect(screen.queryByRole('button', { name: 'Join Video Call' })).toBeNull()
  })

  it('lets people back in until the end of a meeting that everybody left', async () => {
    const { pass } = renderList({
      scope: 'past',
      bookings: [{ ...sampleOf('joinable'), status: 'completed' }],
    })
    expect(await join()).not.toHaveAttribute('aria-disabled')
    await pass(35)
    expect(screen.queryByRole('button', { name: 'Join Video Call' })).toBeNull()
  })

  it('is never too early for an admin', async () => {
    renderList({ bookings: [{ ...sampleOf('later'), viewerRole: 'admin' }] })
    expect(await join()).not.toHaveAttribute('aria-disabled')
  })

  it('launches once, however fast it is clicked', async () => {
    const launch = vi.fn(async (bookingId: string): Promise<LaunchResult> => {
      calls.setState({ session: { phase: 'launching', attempt: 1, bookingId } })
      return new Promise(() => {})
    })
    const { user, calls } = renderList({ bookings: [sampleOf('joinable')], launch })
    await user.dblClick(await join())
    expect(launch).toHaveBeenCalledExactlyOnceWith('joinable')
    const button = screen.getByRole('button', { name: 'Joining...' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveFocus()
  })

  it('says at the card why a launch was refused, keeps the list, and tries again on Retry', async () => {
    const refusal: LaunchResult = {
      ok: false,
      problem: {
        code: 'JOIN_TOO_EARLY',
        retryable: true,
        serverMessage: 'Meeting can only be joined 15 minutes before start time',
      },
    }
    const launch = vi.fn(async (): Promise<LaunchResult> => refusal)
    const { user } = renderList({ bookings: [sampleOf('joinable'), sampleOf('later')], launch })
    const card = await screen.findByRole('article', { name: 'Consultation' })
    await user.click(within(card).getByRole('button', { name: 'Join Video Call' }))
    const alert = within(card).getByRole('alert')
    expect(alert).toHaveTextContent('Meeting can only be joined 15 minutes before start time')
    expect(screen.getAllByRole('article')).toHaveLength(2)

    launch.mockResolvedValue({ ok: true, bookingId: 'joinable' })
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(launch).toHaveBeenCalledTimes(2)
    expect(within(card).getByRole('button', { name: 'Join Video Call' })).toHaveFocus()
  })

  it('offers no Retry where it cannot help', async () => {
    const launch = async (): Promise<LaunchResult> => ({
      ok: false,
      problem: { code: 'BOOKING_CANCELLED', retryable: false },
    })
    const { user } = renderList({ bookings: [sampleOf('joinable')], launch })
    await user.click(await join())
    expect(await screen.findByRole('alert')).toHaveTextContent('This meeting was cancelled.')
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull()
  })

  it('is the way back while the call of this booking is open', async () => {
    const { user, calls, callView } = renderList({
      bookings: [sampleOf('joinable'), sampleOf('in-progress')],
    })
    await screen.findAllByRole('article')
    act(() => calls.setState({ session: { phase: 'connecting', attempt: 1, ticket } }))
    callView.set({ isMinimised: true })
    await user.click(screen.getByRole('button', { name: 'Return to call' }))
    expect(callView.get().isMinimised).toBe(false)
    expect(screen.getAllByRole('button', { name: 'Join Video Call' })).toHaveLength(1)
  })
})
