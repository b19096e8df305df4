import type { Client, Step } from './step.ts'

export const HOSTS = ['0c000000-0000-4000-8000-00000000000a', '0c000000-0000-4000-8000-00000000000b']

/** With any of the hosts, and with both. */
export const TYPES = ['0d000000-0000-4000-8000-00000000000a', '0d000000-0000-4000-8000-00000000000b'] as const

/**
 * Fifty people who want the same five hours of two hosts: they hold, book, move, cancel and book again. Every third
 * one sends the booking a second time from another process, as a client does that heard no answer.
 */
export function clientsOf(round: number, random: () => number): Client[] {
  const clients = Array.from({ length: 50 }, (_, index) => clientOf(round, index, random))
  const twins = clients
    .filter((_, index) => index % 3 === 0)
    .map((client) => ({ ...client, steps: client.steps.filter(({ does }) => does === 'book').slice(0, 1) }))
  // Clients are dealt out in turns: with somebody idle between them, twins are in different processes.
  return [...clients, { ...clientOf(round, clients.length, random), steps: [] }, ...twins]
}

function clientOf(round: number, index: number, random: () => number): Client {
  // Every quarter of an hour from nine to two.
  const minute = () => 9 * 60 + 15 * Math.floor(random() * 20)
  const wanted = minute()
  const steps: Step[] = [
    ...(random() < 0.6 ? [{ does: 'hold', minute: wanted } as const] : []),
    ...(random() < 0.2 ? [{ does: 'hold', minute: minute() } as const] : []),
    ...(random() < 0.1 ? [{ does: 'release', minute: 0 } as const] : []),
    { does: 'book', minute: wanted, key: `round-${round}-${index}` },
    { does: 'move', minute: minute() },
    ...(random() < 0.3 ? [{ does: 'cancel' } as const] : []),
    { does: 'book', minute: minute(), key: null },
  ]
  return {
    viewer: {
      userId: `0c000000-0000-4000-8000-0000000${String(10_000 + index)}`,
      verifiedEmail: null,
      name: null,
      adminOf: null,
      organizationId: null,
    },
    meetingTypeId: random() < 0.8 ? TYPES[0] : TYPES[1],
    // Different orders: whoever took locks as they come would wait for each other.
    hostIds: random() < 0.5 ? HOSTS : HOSTS.toReversed(),
    steps,
  }
}
