import type fc from 'fast-check'
import type { MediaPort } from '../src/media/media-port.ts'
import { createFakeMedia } from '../src/testing/fake-media.ts'

/** Two devices of each kind, which open when the scheduler likes. */
export function slowMedia(scheduler: fc.Scheduler) {
  const fake = createFakeMedia({ screenHasSound: true })
  for (const kind of ['microphone', 'camera'] as const) fake.plug(kind, 'second')
  const later = () => scheduler.schedule(Promise.resolve())
  const port: MediaPort = {
    canReduceNoise: fake.canReduceNoise,
    watch: fake.watch,
    listDevices: () => later().then(fake.listDevices),
    async openDevices(wanted) {
      await later()
      const opened = await fake.openDevices(wanted)
      await later()
      return opened
    },
    async openScreen() {
      await later()
      const opened = await fake.openScreen()
      await later()
      return opened
    },
  }
  return { fake, port, later }
}
