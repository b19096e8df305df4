import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BOOKING } from '../../test/call-for-tests.ts'
import { slowMedia } from '../../test/slow-media.ts'
import type { MeetingsClient } from '../client/meetings-client.ts'
import { createFakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import type { RoomEndKind } from '../room/room-end.ts'
import { createMemoryClient } from '../testing/memory-client.ts'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { createCallController } from './create-call-controller.ts'

const ENDS: readonly RoomEndKind[] = [
  'token-expired',
  'connection-lost',
  'other-tab',
  'completed',
  'not-open',
]

/** What is done with a call, and what happens to it. `pass`: things that were waited for come, in any order. */
const ACTIONS = [
  ...['launch', 'launch', 'launch', 'enter', 'enter', 'leave', 'retry', 'dismiss', 'pass'],
  ...['microphone', 'camera', 'screen', 'choose microphone', 'choose camera', 'reduce noise'],
  ...['unplug', 'plug in', 'refuse', 'allow', 'forbid', 'permit'],
  ...['end', 'refuse connect', 'drop', 'restore', 'no network', 'second', 'minute', 'hide', 'wake'],
] as const
type Action = (typeof ACTIONS)[number]

/** A whole call, in which everything that is asked for comes when it likes. */
function slowCall(scheduler: fc.Scheduler, hasLobby: boolean) {
  const clock = createTestClock()
  const life = { startsInMinutes: 5, lastsMinutes: 180 }
  const client = createMemoryClient({
    clock,
    bookings: [sampleBooking(clock.now(), { ...life, id: BOOKING })],
  })
  const room = createFakeRoomClient()
  const { fake, port, later } = slowMedia(scheduler)
  const page: { onHide(): void; onWake(): void }[] = []
  const slow = <A extends unknown[], T>(ask: (...args: A) => Promise<T>) => {
    return (...args: A) =>
      later()
        .then(() => ask(...args))
        .then((answer) => later().then(() => answer))
  }
  const calls = createCallController({
    client: Object.fromEntries(
      Object.entries(client).map(([name, value]) => [
        name,
        typeof value === 'function' && name.endsWith('Video') ? slow(value as () => Promise<unknown>) : value,
      ]),
    ) as unknown as MeetingsClient,
    clock,
    devices: port,
    hasLobby: () => hasLobby,
    page: {
      listen(listener) {
        page.push(listener as (typeof page)[number])
        return () => void page.splice(page.indexOf(listener as (typeof page)[number]), 1)
      },
    },
    loadRoomClient: slow(async () => ({
      connect: slow(room.connect),
      checkConnection: room.checkConnection,
      findConnection: room.findConnection,
    })) as never,
  })
  return { clock, client, room, fake, page, calls }
}

it('after a call no device is on and nobody is in the room, whatever happened and in whatever order', async () => {
  const run = fc.asyncProperty(
    fc.scheduler(),
    fc.boolean(),
    fc.array(fc.tuple(fc.constantFrom(...ACTIONS), fc.nat(ENDS.length - 1), fc.nat(12)), {
      minLength: 10,
      maxLength: 80,
      size: 'max',
    }),
    async (scheduler, hasLobby, actions) => {
      const { clock, client, room, fake, page, calls } = slowCall(scheduler, hasLobby)
      const take = (action: Action, roll: number): unknown => {
        switch (action) {
          case 'pass':
            return scheduler.waitNext(Math.min(scheduler.count(), 1 + roll))
          case 'launch':
            return void calls.launch(BOOKING)
          case 'enter':
            return calls.enter()
          case 'leave':
            return void calls.leave()
          case 'retry':
            return void calls.retry()
          case 'dismiss':
            return calls.dismiss()
          case 'microphone':
            return void calls.toggleMicrophone()
          case 'camera':
            return void calls.toggleCamera()
          case 'screen':
            return void calls.toggleScreenShare()
          case 'choose microphone':
            return void calls.chooseDevice('microphone', 'second')
          case 'choose camera':
            return void calls.chooseDevice('camera', 'second')
          case 'reduce noise':
            return void calls.reduceNoise(roll % 2 === 0)
          case 'unplug':
            return fake.unplug(roll % 2 === 0 ? 'microphone' : 'camera', roll > 2 ? 'second' : 'webcam')
          case 'plug in':
            return fake.plug(roll % 2 === 0 ? 'microphone' : 'camera', 'second')
          case 'refuse':
            return fake.refuse('camera', 'in-use')
          case 'allow':
            return fake.refuse('camera', null)
          case 'forbid':
            return fake.permit({ microphone: 'denied' })
          case 'permit':
            return fake.permit({ microphone: 'granted', camera: 'granted' })
          case 'end':
            return room.end({ kind: ENDS[roll] ?? 'completed' })
          case 'refuse connect':
            return room.failNextConnect({ kind: ENDS[roll] ?? 'completed' })
          case 'drop':
            return room.drop()
          case 'restore':
            return room.restore()
          case 'no network':
            return client.failNext(roll % 2 === 0 ? 'launchVideo' : 'refreshToken', {
              code: 'NETWORK_UNREACHABLE',
            })
          case 'second':
            return clock.advance(1_000)
          case 'minute':
            return clock.advance(60_000)
          case 'hide':
            return [...page].forEach((listener) => void listener.onHide())
          case 'wake':
            return [...page].forEach((listener) => void listener.onWake())
        }
      }
      for (const [action, roll, passes] of actions) {
        await take(action, roll)
        for (let count = 0; count < passes; count += 1) await take('pass', 0)
      }
      void calls.leave()
      calls.dismiss()
      await scheduler.waitIdle()
      clock.advance(300_000)
      await scheduler.waitIdle()
      expect(fake.live.map(({ kind }) => kind)).toEqual([])
      expect([room.connection, fake.listening, page.length, calls.getState().session.phase]).toEqual([
        ...[null, 0, 0, 'idle'],
      ])
    },
  )
  await fc.assert(run, { numRuns: 2_000, seed: 11 })
})
