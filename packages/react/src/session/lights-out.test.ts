import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BOOKING } from '../../test/call-for-tests.ts'
import { slowMedia } from '../../test/slow-media.ts'
import type { PageListener } from '../page/page-port.ts'
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
  ...['microphone', 'camera', 'screen', 'choose', 'choose', 'reduce noise'],
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
  const page = new Set<PageListener>()
  const slow = <A extends unknown[], T>(ask: (...args: A) => Promise<T>) => {
    return (...args: A) =>
      later()
        .then(() => ask(...args))
        .then((answer) => later().then(() => answer))
  }
  const calls = createCallController({
    client: {
      ...client,
      launchVideo: slow(client.launchVideo),
      refreshToken: slow(client.refreshToken),
      leaveVideo: slow(client.leaveVideo),
    },
    clock,
    devices: port,
    hasLobby: () => hasLobby,
    page: {
      listen(listener) {
        page.add(listener)
        return () => void page.delete(listener)
      },
    },
    loadRoomClient: slow(async () => ({
      connect: slow(room.connect),
      checkConnection: room.checkConnection,
    })),
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
      const kind = ({ roll }: { roll: number }) => (roll % 2 === 0 ? 'microphone' : 'camera')
      const end = ({ roll }: { roll: number }) => ({ kind: ENDS[roll] ?? 'completed' }) as const
      const takes: Record<Action, (with_: { roll: number }) => unknown> = {
        pass: ({ roll }) => scheduler.waitNext(Math.min(scheduler.count(), 1 + roll)),
        launch: () => void calls.launch(BOOKING),
        enter: calls.enter,
        leave: () => void calls.leave(),
        retry: () => void calls.retry(),
        dismiss: calls.dismiss,
        microphone: () => void calls.toggleMicrophone(),
        camera: () => void calls.toggleCamera(),
        screen: () => void calls.toggleScreenShare(),
        choose: (by) => void calls.chooseDevice(kind(by), 'second'),
        'reduce noise': ({ roll }) => void calls.reduceNoise(roll % 2 === 0),
        unplug: (by) => fake.unplug(kind(by), by.roll > 2 ? 'second' : 'webcam'),
        'plug in': (by) => fake.plug(kind(by), 'second'),
        refuse: () => fake.refuse('camera', 'in-use'),
        allow: () => fake.refuse('camera', null),
        forbid: () => fake.permit({ microphone: 'denied' }),
        permit: () => fake.permit({ microphone: 'granted', camera: 'granted' }),
        end: (by) => room.end(end(by)),
        'refuse connect': (by) => room.failNextConnect(end(by)),
        drop: room.drop,
        restore: room.restore,
        'no network': ({ roll }) =>
          client.failNext(roll % 2 === 0 ? 'launchVideo' : 'refreshToken', { code: 'NETWORK_UNREACHABLE' }),
        second: () => clock.advance(1_000),
        minute: () => clock.advance(60_000),
        hide: () => page.forEach((listener) => void listener.onHide()),
        wake: () => page.forEach((listener) => void listener.onWake()),
      }
      for (const [action, roll, passes] of actions) {
        await takes[action]({ roll })
        for (let count = 0; count < passes; count += 1) await takes.pass({ roll: 0 })
      }
      void calls.leave()
      calls.dismiss()
      await scheduler.waitIdle()
      clock.advance(300_000)
      await scheduler.waitIdle()
      expect(fake.live.map(({ kind }) => kind)).toEqual([])
      expect([room.connection, fake.listening, page.size, calls.getState().session.phase]).toEqual([
        ...[null, 0, 0, 'idle'],
      ])
    },
  )
  await fc.assert(run, { numRuns: 2_000, seed: 11 })
})
