import type { PGlite } from '@electric-sql/pglite'
import type { WaitingRoom } from '@meetings/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillBookings, openPglite } from '../../test/open-pglite.ts'
import type { BookingStore, Viewer } from '../ports/booking-store.ts'
import type { ModerationAction } from '../ports/moderation.ts'
import type { RoomNews } from '../ports/room-news.ts'
import { postgresStore } from '../postgres/index.ts'
import { at, meeting, PEOPLE } from '../testing/conformance/people.ts'
import { identityOf } from '../testing/conformance/steps.ts'
import { memoryStore } from '../testing/index.ts'
import { meetingsMigration } from './migration/meetings-migration.ts'

// From before the window opens until the meeting is forgotten, in steps of five minutes: many things happen at
// the same instant, and many in another order than their times.
const FIRST = at('13:40:00').getTime()
const STEP = 5 * 60_000
const STEPS = 30

type Step = (store: BookingStore) => Promise<unknown>

const bookingId = meeting().id
const time = fc.nat(STEPS).map((count) => new Date(FIRST + count * STEP))
const viewer = fc.constantFrom<Viewer>(PEOPLE.host, PEOPLE.customer, PEOPLE.guest)

const waitingRoom = fc.constantFrom<WaitingRoom>('off', 'off', 'guests', 'everyone')
const action = fc.oneof(
  fc.boolean().map((isLocked): ModerationAction => ({ type: 'lock', isLocked })),
  fc
    .tuple(fc.constantFrom('remove', 'readmit', 'admit'), viewer)
    .map(([type, who]): ModerationAction => ({ type, identity: identityOf(who) })),
)

const step: fc.Arbitrary<[name: string, Step]> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(viewer, time, waitingRoom).map((given) => enter(...given)) },
  { weight: 3, arbitrary: fc.tuple(viewer, time, fc.boolean()).map((given) => leave(...given)) },
  { weight: 8, arbitrary: fc.tuple(viewer, time, fc.nat(2), fc.nat(1)).map((given) => news(...given)) },
  { weight: 1, arbitrary: fc.tuple(time, fc.nat(1)).map((given) => roomEnded(...given)) },
  { weight: 1, arbitrary: fc.tuple(viewer, time).map((given) => end(...given)) },
  { weight: 1, arbitrary: time.map(forget) },
  { weight: 4, arbitrary: fc.tuple(viewer, time, action).map((given) => decide(...given)) },
)

let database: PGlite
beforeAll(async () => {
  database = await openPglite([meetingsMigration({ platform: 'postgres' })])
})
afterAll(() => database?.close())

describe('the memory store and the database', () => {
  it('answer the same, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
        await fillBookings(database, [meeting()])
        const memory = memoryStore({ bookings: [meeting()] })
        const postgres = postgresStore({ query: (text, params) => database.query(text, params) })
        for (const [name, run] of [...steps, forget(new Date(0))]) {
          expect([name, comparable(await run(postgres))]).toEqual([name, comparable(await run(memory))])
        }
      }),
      { seed: 20_261_122, numRuns: 200 },
    )
  })
})

function enter(who: Viewer, now: Date, room: WaitingRoom): [string, Step] {
  const identity = identityOf(who)
  const startsBy = new Date(now.getTime() + 15 * 60_000)
  return [
    `enter ${who.userId} ${now.toISOString()} ${room}`,
    (store) =>
      store.enter({ bookingId, viewer: who, identity, at: now, startsBy, endsAfter: now, waitingRoom: room }),
  ]
}

function decide(who: Viewer, now: Date, about: ModerationAction): [string, Step] {
  const waitingSince = new Date(now.getTime() - STEP)
  return [
    `decide ${who.userId} ${now.toISOString()} ${JSON.stringify(about)}`,
    async (store) => store.moderate?.({ bookingId, viewer: who, at: now, waitingSince, action: about }),
  ]
}

function leave(who: Viewer, now: Date, neverArrived: boolean): [string, Step] {
  return [
    `leave ${who.userId} ${now.toISOString()} ${neverArrived ? 'never arrived' : ''}`,
    (store) => store.leave({ bookingId, viewer: who, at: now, neverArrived }),
  ]
}

function end(who: Viewer, now: Date): [string, Step] {
  return [`end ${who.userId} ${now.toISOString()}`, (store) => store.end({ bookingId, viewer: who, at: now })]
}

function news(who: Viewer, now: Date, connection: number, kind: number): [string, Step] {
  const told: RoomNews = {
    type: kind === 0 ? 'connected' : 'disconnected',
    bookingId,
    roomId: `room-${connection % 2}`,
    connectionId: `${who.userId}-${connection}`,
    identity: identityOf(who),
    at: now,
  }
  return [`${told.type} ${told.connectionId} ${now.toISOString()}`, (store) => store.settle(told)]
}

function roomEnded(now: Date, room: number): [string, Step] {
  const told: RoomNews = { type: 'ended', bookingId, roomId: `room-${room}`, at: now }
  return [`ended ${told.roomId} ${now.toISOString()}`, (store) => store.settle(told)]
}

function forget(forgottenBy: Date): [string, Step] {
  return [
    `find ${forgottenBy.toISOString()}`,
    (store) => store.find({ bookingId, viewer: PEOPLE.host, forgottenBy }),
  ]
}

/** Who left in one step is told in no particular order. */
function comparable(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('left' in answer)) return answer
  return Array.isArray(answer.left) ? { ...answer, left: [...answer.left].sort() } : answer
}
