import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useBookings } from '../bookings/queries/useBookings.ts'
import { MeetingProvider } from './MeetingProvider.tsx'

afterEach(cleanup)

function List({ name, enabled = true }: { name: string; enabled?: boolean }) {
  const { status } = useBookings({ scope: name === 'past' ? 'past' : 'upcoming', enabled })
  return (
    <p>
      {name} {status}
    </p>
  )
}

/** A host that pushes, and a server that counts what it is asked. */
function pushingHost() {
  const listeners = new Set<() => void>()
  const asked: string[] = []
  return {
    listeners,
    asked,
    push: () => act(() => listeners.forEach((listener) => void listener())),
    settings: {
      subscribe(onChange: () => void) {
        listeners.add(onChange)
        return () => void listeners.delete(onChange)
      },
      fetch: async (input: RequestInfo | URL) => {
        asked.push(new URL(String(input), 'http://app.example').searchParams.get('scope') ?? '')
        return Response.json({ bookings: [], nextCursor: null, serverTime: '2026-11-23T09:00:00.000Z' })
      },
    },
  }
}

it('listens once for all lists, asks again for each on news, and stops with the last list', async () => {
  const host = pushingHost()
  const app = (lists: readonly string[]) => (
    <StrictMode>
      <MeetingProvider {...host.settings}>
        {lists.map((name) => (
          <List key={name} name={name} />
        ))}
      </MeetingProvider>
    </StrictMode>
  )
  const { rerender } = render(app(['upcoming', 'past']))
  await screen.findByText('past ready')
  await screen.findByText('upcoming ready')
  expect(host.listeners.size).toBe(1)

  host.asked.length = 0
  host.push()
  await waitFor(() => expect([...host.asked].sort()).toEqual(['past', 'upcoming']))

  rerender(app(['past']))
  expect(host.listeners.size).toBe(1)
  rerender(app([]))
  expect(host.listeners.size).toBe(0)
})

it('does not listen for a list that waits', () => {
  const host = pushingHost()
  render(
    <MeetingProvider {...host.settings}>
      <List name="upcoming" enabled={false} />
    </MeetingProvider>,
  )
  expect([host.listeners.size, host.asked]).toEqual([0, []])
})
