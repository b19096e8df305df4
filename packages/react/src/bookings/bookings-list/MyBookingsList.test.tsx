import { onlineManager } from '@tanstack/react-query'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderList } from '../../../test/list-for-tests.tsx'
import { sampleOf, sampleWeek } from '../../../test/stories/sample-week.ts'

afterEach(() => {
  onlineManager.setOnline(true)
  cleanup()
})

const twice = (act: () => void) => [1, 2].forEach(() => void act())

describe('the list', () => {
  it('shows the shape of cards until the bookings are there', async () => {
    const release: (() => void)[] = []
    const { cards } = renderList({
      prepare: ({ client }) => void release.push(client.hold('listBookings')),
    })
    expect(screen.getByRole('status')).toHaveTextContent('Loading your meetings')
    expect(screen.queryByRole('article')).toBeNull()
    for (const open of release) open()
    expect(await cards()).toHaveLength(5)
    expect(screen.queryByText('Loading your meetings')).toBeNull()
  })

  it('groups cards by day, with the words of the day', async () => {
    const { cards } = renderList()
    await cards()
    const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(headings).toEqual(['Today', 'Tomorrow', 'Wednesday, October 29'])
    const today = screen.getByRole('region', { name: 'Today' })
    expect(within(today).getAllByRole('article')).toHaveLength(3)
  })

  it('tells type, person, date and time, status and countdown of a booking', async () => {
    renderList({ bookings: [sampleOf('joinable')] })
    const card = await screen.findByRole('article', { name: 'Consultation' })
    for (const text of [
      'Consultation',
      'with Sam Rivera',
      'Oct 22, 2025 at 2:00 PM',
      'Confirmed',
      'Starts in 5 minutes',
      '30 min',
    ])
      expect(within(card).getByText(text)).toBeVisible()
  })

  it('names the customer to the host, and both to an admin', async () => {
    renderList({
      bookings: [
        { ...sampleOf('joinable'), viewerRole: 'host' },
        { ...sampleOf('later'), viewerRole: 'admin' },
      ],
    })
    expect(await screen.findByText('with Alex Morgan')).toBeVisible()
    expect(screen.getByText('with Jonas Weber and Alex Morgan')).toBeVisible()
  })

  it('says when there is nothing, and offers the one thing to do', async () => {
    renderList({ bookings: [], emptyAction: <button type="button">Book a meeting</button> })
    expect(await screen.findByText('You have no upcoming meetings.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Book a meeting' })).toBeVisible()
  })

  it('says what went wrong and brings the list on Retry', async () => {
    const { user, cards } = renderList({
      prepare: ({ client }) =>
        twice(() => client.failNext('listBookings', { code: 'NETWORK_UNREACHABLE', requestId: 'req_1' })),
    })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The server cannot be reached.')
    expect(alert).toHaveTextContent('Check your internet connection, then try again.')
    expect(within(alert).getByText('NETWORK_UNREACHABLE · req_1')).not.toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    expect(await cards()).toHaveLength(5)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('does not try again by itself when trying again cannot help', async () => {
    const { asked } = renderList({
      isStrict: false,
      prepare: ({ client }) => client.failNext('listBookings', { code: 'UNAUTHENTICATED', retryable: false }),
    })
    expect(await screen.findByText('You are signed out.')).toBeVisible()
    expect(asked()).toBe(1)
  })

  it('keeps what it has when an update fails, and says so quietly', async () => {
    const { cards, client, queryClient, user } = renderList()
    await cards()
    twice(() => client.failNext('listBookings', { code: 'STORE_UNAVAILABLE' }))
    await act(() => queryClient.refetchQueries())
    expect(await screen.findByText(/could not be updated/)).toBeVisible()
    expect(await cards()).toHaveLength(5)
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(screen.queryByText(/could not be updated/)).toBeNull())
  })

  it('forgets what it has when the viewer is signed out', async () => {
    const { cards, client, queryClient } = renderList()
    await cards()
    client.failNext('listBookings', { code: 'UNAUTHENTICATED', retryable: false })
    await act(() => queryClient.refetchQueries())
    expect(await screen.findByText('You are signed out.')).toBeVisible()
    expect(screen.queryByRole('article')).toBeNull()
  })

  it('says that it is offline, keeps the cards, and catches up when back', async () => {
    const { cards, asked } = renderList()
    await cards()
    act(() => onlineManager.setOnline(false))
    expect(screen.getByText(/You are offline/)).toBeVisible()
    expect(await cards()).toHaveLength(5)
    const before = asked()
    act(() => onlineManager.setOnline(true))
    expect(screen.queryByText(/You are offline/)).toBeNull()
    await waitFor(() => expect(asked()).toBeGreaterThan(before))
  })

  it('reaches past and cancelled meetings, which cannot be joined', async () => {
    const { user, cards } = renderList()
    await cards()
    await user.click(screen.getByRole('tab', { name: 'Past' }))
    expect(await screen.findByText('Completed')).toBeVisible()
    expect(screen.getByText('Ended')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Join Video Call' })).toBeNull()
    await user.click(screen.getByRole('tab', { name: 'Cancelled' }))
    const [card] = await cards()
    expect(within(card as HTMLElement).getByText('Cancelled')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Join Video Call' })).toBeNull()
  })

  it('shows the scope it is told to, and offers only the scopes it is given', async () => {
    const { cards } = renderList({ scope: 'cancelled', scopes: ['cancelled'] })
    expect(await cards()).toHaveLength(1)
    expect(screen.queryByRole('tab')).toBeNull()
  })

  it('shows more on request and goes on reading at the first new card', async () => {
    const { user, cards } = renderList({ pageSize: 2 })
    expect(await cards()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await waitFor(async () => expect(await cards()).toHaveLength(4))
    expect((await cards())[2]).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await waitFor(async () => expect(await cards()).toHaveLength(5))
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  it('keeps the cards when more cannot be loaded, and Retry goes on there', async () => {
    const { user, cards, client } = renderList({ pageSize: 2 })
    await cards()
    twice(() => client.failNext('listBookings', { code: 'INTERNAL' }))
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await user.click(await screen.findByRole('button', { name: 'Retry' }))
    await waitFor(async () => expect(await cards()).toHaveLength(4))
  })

  it('does not show a booking twice that moved to the next page meanwhile', async () => {
    const { user, cards, client } = renderList({ pageSize: 2 })
    await cards()
    const [first, ...rest] = sampleWeek()
    if (first) client.setBookings([{ ...first, id: 'brand-new' }, first, ...rest])
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await waitFor(async () => expect(await cards()).toHaveLength(3))
  })

  it('is asked for again when a window opens, a meeting starts and a meeting ends', async () => {
    const { cards, asked, pass } = renderList({ bookings: [sampleOf('later')], pollSeconds: false })
    await cards()
    const before = asked()
    await pass(170)
    expect(asked()).toBe(before)
    // A moment later, when the server has surely passed it too.
    await pass(0.1)
    await waitFor(() => expect(asked()).toBe(before + 1))
    await pass(15)
    await waitFor(() => expect(asked()).toBe(before + 2))
    await pass(60)
    await waitFor(() => expect(asked()).toBe(before + 3))
  })

  it('is asked for again when the window gets the focus', async () => {
    const { cards, asked, queryClient } = renderList()
    await cards()
    await act(() => queryClient.invalidateQueries({ refetchType: 'none' }))
    const before = asked()
    act(() => void window.dispatchEvent(new Event('visibilitychange')))
    await waitFor(() => expect(asked()).toBe(before + 1))
  })

  it('counts by the clock of the server', async () => {
    const { clock } = renderList({
      bookings: [sampleOf('joinable')],
      prepare: ({ client }) => {
        const list = client.listBookings
        client.listBookings = async (...args) => {
          const answer = await list(...args)
          return answer.ok
            ? { ok: true, value: { ...answer.value, serverTime: '2025-10-22T13:58:00.000Z' } }
            : answer
        }
      },
    })
    expect(await screen.findByText('Starts in 2 minutes')).toBeVisible()
    expect(new Date(clock.now()).toISOString()).toBe('2025-10-22T13:58:00.000Z')
  })
})
