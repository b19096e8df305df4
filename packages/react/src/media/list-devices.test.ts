import { describe, expect, it } from 'vitest'
import { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'
import { deviceIdOf, listDevices } from './list-devices.ts'

function info(kind: MediaDeviceKind, deviceId: string, label = '', groupId = ''): MediaDeviceInfo {
  return { kind, deviceId, label, groupId, toJSON: () => ({}) }
}

describe('the list of devices', () => {
  it('sorts them by kind, the first being the default', () => {
    const lists = listDevices([
      info('videoinput', 'v1', 'Webcam'),
      info('audioinput', 'a1', 'Microphone'),
      info('audiooutput', 's1', 'Speakers'),
      info('videoinput', 'v2', 'Document camera'),
    ])
    expect(lists).toEqual({
      microphone: [{ id: 'a1', label: 'Microphone', isDefault: true }],
      camera: [
        { id: 'v1', label: 'Webcam', isDefault: true },
        { id: 'v2', label: 'Document camera', isDefault: false },
      ],
      speaker: [{ id: 's1', label: 'Speakers', isDefault: true }],
    })
  })

  it('names each once: Chromium’s stand-ins only tell which is the default', () => {
    const { microphone } = listDevices([
      info('audioinput', 'default', 'Default - Input 2 (Mixer)', 'mixer'),
      info('audioinput', 'communications', 'Communications - Laptop', 'laptop'),
      info('audioinput', 'a1', 'Laptop', 'laptop'),
      info('audioinput', 'a2', 'Input 1 (Mixer)', 'mixer'),
      info('audioinput', 'a3', 'Input 2 (Mixer)', 'mixer'),
    ])
    expect(microphone.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['a1', false],
      ['a2', false],
      ['a3', true],
    ])
  })

  it('leaves out what has no id yet, because nothing was allowed', () => {
    expect(listDevices([info('audioinput', ''), info('videoinput', '')])).toEqual({
      microphone: [],
      camera: [],
      speaker: [],
    })
  })
})

describe('the device of a track', () => {
  const track = (settings: MediaTrackSettings) =>
    Object.assign(createFakeMediaTrack('audio'), { getSettings: () => settings })

  it('is known by its id, unless the browser only says that it is the default', () => {
    expect(deviceIdOf(track({ deviceId: 'a1' }))).toBe('a1')
    expect(deviceIdOf(track({ deviceId: 'default' }))).toBeNull()
    expect(deviceIdOf(track({}))).toBeNull()
    expect(deviceIdOf(null)).toBeNull()
  })
})
