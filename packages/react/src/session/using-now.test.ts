import { describe, expect, it } from 'vitest'
import { type DeviceLists, NO_DEVICES } from '../media/media-device.ts'
import { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'
import { usingNow } from './using-now.ts'

const available: DeviceLists = {
  ...NO_DEVICES,
  microphone: [
    { id: 'a', label: 'Laptop', isDefault: true },
    { id: 'b', label: 'Headset', isDefault: false },
  ],
}
const nothing = { microphone: null, camera: null }
const chosen = { ...nothing, speaker: null }
const off = { tracks: [] }
const using = (
  microphone: { tracks: MediaStreamTrack[] },
  opened: typeof nothing | { microphone: string; camera: null } = nothing,
  choice: { microphone: string | null; camera: null; speaker: null } = chosen,
) => usingNow(available, choice, opened, { microphone, camera: off }).microphone

describe('the microphone in use', () => {
  it('is the one that was opened, whatever is chosen', () => {
    const on = { tracks: [createFakeMediaTrack('audio', 'Laptop')] }
    expect(using(on, { microphone: 'b', camera: null }, { ...chosen, microphone: 'a' })).toBe('b')
  })

  it('is told by its name where the browser only says that it took its default', () => {
    expect(using({ tracks: [createFakeMediaTrack('audio', 'Default - Headset')] })).toBe('b')
    expect(using({ tracks: [createFakeMediaTrack('audio', 'Something else')] })).toBe('a')
  })

  it('is told by the name of the device below what is made of it', () => {
    const made = createFakeMediaTrack('audio', '')
    expect(using({ tracks: [made, createFakeMediaTrack('audio', 'Headset')] })).toBe('b')
  })

  it('would be the chosen one while none is on, and the default when that is gone', () => {
    expect(using(off, nothing, { ...chosen, microphone: 'b' })).toBe('b')
    expect(using(off, nothing, { ...chosen, microphone: 'gone' })).toBe('a')
  })
})
