import type { Booking } from '@meetings/contract'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderList } from '../../../test/list-for-tests.tsx'
import { sampleOf, sampleWeek } from '../../../test/stories/sample-week.ts'

afterEach(cleanup)

const many = Array.from({ length: 9 }, (_, index) => ({
  ...sampleOf('next-week'),
  id: `b${index}`,
  hostName: index === 4 ? 'Ada Lovelace' : 'Mei Tanaka',
}))

describe('the tabs', () => {
  it('name the panel below them, and only the chosen one can be tabbed to', async () => {
    const { cards } = renderList()
    await cards()
    const chosen = screen.getByRole('tab', { selected: true })
    expect(chosen).toHaveTextContent('Upcoming')
    expect(screen.getByRole('tabpanel', { name: 'Upcoming' })).toHaveAttribute(
      'id',
      chosen.getAttribute('aria-controls'),
    )
    expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  })

  it('are walked with arrows, around the ends, with Home and End, and mirrored from right to left', async () => {
    const { user, cards, container } = renderList()
    await cards()
    await user.click(screen.getByRole('tab', { name: 'Upcoming' }))
    const chosen = () => screen.getByRole('tab', { selected: true })
    const after = async (key: string) => {
      await user.keyboard(`{${key}}`)
      expect(chosen()).toHaveFocus()
      return chosen().textContent
    }
    expect(await after('ArrowRight')).toBe('Past')
    expect(await after('End')).toBe('Cancelled')
    expect(await after('ArrowRight')).toBe('Upcoming')
    expect(await after('ArrowLeft')).toBe('Cancelled')
    expect(await after('Home')).toBe('Upcoming')
    container.style.direction = 'rtl'
    for (const tab of screen.getAllByRole('tab')) tab.style.direction = 'rtl'
    expect(await after('ArrowLeft')).toBe('Past')
  })
})

describe('a list of many', () => {
  it('is searched by any word, and says how much was found', async () => {
    const { user, cards } = renderList({ bookings: many })
    expect(await cards()).toHaveLength(9)
    const field = screen.getByRole('searchbox', { name: 'Search meetings' })
    await user.type(field, 'lovelace')
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1))
    expect(screen.getByText('Meetings found: 1')).toBeVisible()
    await user.clear(field)
    await user.type(field, 'nobody')
    expect(await screen.findByText('No meeting matches “nobody”.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    expect(await cards()).toHaveLength(9)
  })

  it('says that only what was loaded is searched', async () => {
    const { user, cards } = renderList({ bookings: many, pageSize: 3 })
    await cards()
    await user.type(screen.getByRole('searchbox'), 'mei')
    expect(await screen.findByText(/Only the meetings shown so far are searched/)).toBeVisible()
  })

  it('has no search when there are few', async () => {
    const { cards } = renderList()
    await cards()
    expect(screen.queryByRole('searchbox')).toBeNull()
  })
})

describe('an empty list', () => {
  it('leads to booking when nothing is ahead', async () => {
    const onBook = vi.fn()
    const { user } = renderList({ bookings: [], onBook })
    await user.click(await screen.findByRole('button', { name: 'Book a meeting' }))
    expect(onBook).toHaveBeenCalledOnce()
  })

  it('leads back to what is ahead when nothing is past', async () => {
    const { user, cards } = renderList({ bookings: [sampleOf('tomorrow')], scope: 'past' })
    await user.click(await screen.findByRole('button', { name: 'Show upcoming meetings' }))
    expect(await cards()).toHaveLength(1)
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('Upcoming')
  })
})

describe('freshness', () => {
  it('is pushed by the host, until the list goes away', async () => {
    const heard: (() => void)[] = []
    const stop = vi.fn()
    const subscribe = (onChange: () => void) => {
      heard.push(onChange)
      return stop
    }
    const { cards, client, unmount } = renderList({ subscribe, isStrict: false })
    await cards()
    client.setBookings([sampleOf('tomorrow')])
    act(() => heard[0]?.())
    await waitFor(async () => expect(await cards()).toHaveLength(1))
    unmount()
    expect(stop).toHaveBeenCalledOnce()
  })

  it('is asked for every 30 seconds while a meeting can be joined, and not before', async () => {
    const { cards, asked, pass } = renderList({ bookings: [sampleOf('later')], isStrict: false })
    await cards()
    await pass(160)
    const before = asked()
    await pass(10.02)
    await waitFor(() => expect(asked()).toBe(before + 1))
    await pass(0.5)
    await waitFor(() => expect(asked()).toBe(before + 2))
    await pass(0.5)
    await waitFor(() => expect(asked()).toBe(before + 3))
  })

  it('shows who waits as soon as the server says so', async () => {
    const booking = { ...sampleOf('in-progress'), presence: { hostIsIn: false, others: 0 } }
    const { client, pass } = renderList({ bookings: [booking] })
    expect(await screen.findByText('Your host has not joined yet.')).toBeVisible()
    client.setBookings([{ ...booking, presence: { hostIsIn: true, others: 1 } }])
    await pass(0.5)
    expect(await screen.findByText('Priya Natarajan is waiting for you.')).toBeVisible()
  })
})

function OwnCard({ booking, children }: { booking: Booking; children: ReactNode }) {
  return <div data-testid={booking.id}>{children}</div>
}

function OwnActions({ children }: { children: ReactNode }) {
  return <div data-testid="actions">{children}</div>
}

function OwnEmpty() {
  return <p>Nothing here.</p>
}

function OwnError({ onRetry }: { onRetry(): void }) {
  return (
    <button type="button" onClick={onRetry}>
      Once more
    </button>
  )
}

describe('parts of the host', () => {
  it('go around ours or stand in for them', async () => {
    renderList({
      bookings: [sampleOf('joinable')],
      components: { Card: OwnCard, Actions: OwnActions },
    })
    const card = await screen.findByTestId('joinable')
    expect(within(card).getByRole('article')).toBeVisible()
    const actions = within(card).getByTestId('actions')
    expect(within(actions).getByRole('button', { name: 'Join Video Call' })).toBeVisible()
  })

  it('say in their own way that there is nothing, and that it did not work', async () => {
    const { user } = renderList({
      bookings: [],
      components: { Empty: OwnEmpty, Error: OwnError },
      isStrict: false,
      prepare: ({ client }) => client.failNext('listBookings', { retryable: false }),
    })
    await user.click(await screen.findByRole('button', { name: 'Once more' }))
    expect(await screen.findByText('Nothing here.')).toBeVisible()
  })
})

it('shows notes, guests and why it was cancelled', async () => {
  const [first] = sampleWeek()
  renderList({
    bookings: [
      {
        ...(first ?? sampleOf('later')),
        notes: 'Bring the contract.',
        guests: [
          { name: 'Bo', email: 'bo@example.com' },
          { name: null, email: 'cy@example.com' },
        ],
      },
      { ...sampleOf('later'), cancellation: { by: 'host', reason: 'Ill', at: '2025-10-22T10:00:00.000Z' } },
    ],
  })
  expect(await screen.findByText('Bring the contract.')).toBeInTheDocument()
  expect(screen.getByText('Also invited: Bo and cy@example.com')).toBeVisible()
  expect(screen.getByText('Reason: Ill')).toBeVisible()
})
