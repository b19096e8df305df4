import fc from 'fast-check'
import { expect, it } from 'vitest'
import { slowMedia } from '../../test/slow-media.ts'
import type { RoomConnection } from '../room/room-client.ts'
import { createLocalMedia } from './local-media.ts'

const DEVICES = ['microphone', 'camera'] as const
const NOBODY = { microphone: null, camera: null }

/** Things people do, and things that happen to them. `pass`: something that was waited for comes, in any order. */
const ACTIONS = [
  ...['pass', 'pass', 'pass', 'microphone', 'camera', 'screen', 'reduce noise', 'enter', 'exit'],
  ...['choose microphone', 'choose camera', 'unplug microphone', 'unplug camera', 'plug in'],
  ...['refuse', 'allow', 'forbid', 'permit', 'stop', 'open'],
] as const
type Action = (typeof ACTIONS)[number]

/** A browser and a room that answer when they like. */
function slowWorld(scheduler: fc.Scheduler) {
  const { fake, port, later } = slowMedia(scheduler)
  const room = {
    setMicrophone: later,
    setCamera: later,
    setScreen: () => later().then(() => Promise.reject(new Error('nobody can receive it'))),
    setMuted: () => {},
  } as unknown as RoomConnection
  return { fake, room, media: createLocalMedia({ devices: port }, () => {}) }
}

it('after a call no device is on, whatever was pressed and whenever the browser answered', async () => {
  const run = fc.asyncProperty(
    fc.scheduler(),
    fc.array(fc.constantFrom(...ACTIONS), { minLength: 10, maxLength: 60, size: 'max' }),
    async (scheduler, actions) => {
      const { fake, room, media } = slowWorld(scheduler)
      let isOn = false

      const take: Partial<Record<Action, () => unknown>> = {
        microphone: media.toggleMicrophone,
        camera: media.toggleCamera,
        screen: media.toggleScreenShare,
        'reduce noise': () => media.reduceNoise(media.getState().devices.reducesNoise === false),
        enter: () => media.enter(room, NOBODY),
        exit: media.exit,
        'choose microphone': () => media.choose('microphone', 'second'),
        'choose camera': () => media.choose('camera', 'second'),
        'unplug microphone': () => fake.unplug('microphone', 'second'),
        'unplug camera': () => fake.unplug('camera', 'webcam'),
        'plug in': () => DEVICES.forEach((kind) => void fake.plug(kind, 'second')),
        refuse: () => fake.refuse('camera', 'in-use'),
        allow: () => fake.refuse('camera', null),
        forbid: () => fake.permit({ microphone: 'denied' }),
        permit: () => fake.permit({ microphone: 'granted', camera: 'granted' }),
      }
      for (const action of ['open', ...actions, 'stop'] as const) {
        if (action === 'pass') {
          if (scheduler.count() > 0) await scheduler.waitOne()
        } else if (action === 'open') {
          if (!isOn) void media.open('fresh')
          isOn = true
        } else if (action === 'stop') {
          media.exit()
          media.stop()
          isOn = false
        } else if (isOn) void take[action]?.()
      }
      await scheduler.waitIdle()
      expect(fake.live.map(({ kind }) => kind)).toEqual([])
      expect(fake.listening).toBe(0)
    },
  )
  await fc.assert(run, { numRuns: 4_000, seed: 11 })
})
