import { afterEach, describe, expect, it } from 'vitest'
import { browserMedia } from './browser-media.ts'
import type { DevicePermissions } from './media-device.ts'
import type { OpenedDevices } from './media-port.ts'

/* The real browser with its fake devices: a camera with a test picture, microphones that beep. */
const tracks: MediaStreamTrack[] = []

afterEach(() => {
  for (const track of tracks.splice(0)) track.stop()
})

const media = browserMedia({
  getMediaDevices: () => navigator.mediaDevices,
  getPermissions: () => navigator.permissions,
  canChooseSpeaker: () => 'setSinkId' in HTMLMediaElement.prototype,
  isSmallScreen: () => false,
})

async function open(wanted: Parameters<typeof media.openDevices>[0]): Promise<OpenedDevices> {
  const opened = await media.openDevices(wanted)
  for (const track of [opened.microphone, opened.camera]) if (track) tracks.push(track)
  return opened
}

describe('the devices of a real browser', () => {
  it('open together, and are listed once each, with their names and one default', async () => {
    const opened = await open({ microphone: true, camera: true })
    expect(opened.problems).toEqual([])
    expect([opened.microphone?.readyState, opened.camera?.readyState]).toEqual(['live', 'live'])
    const lists = await media.listDevices()
    for (const kind of ['microphone', 'camera', 'speaker'] as const) {
      const list = lists[kind]
      expect(list.length, kind).toBeGreaterThan(0)
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
      expect(list.filter(({ isDefault }) => isDefault)).toHaveLength(1)
      expect(list.every(({ id, label }) => id !== 'default' && label !== '')).toBe(true)
    }
  })

  it('open as chosen, each of them', async () => {
    await open({ microphone: true, camera: true })
    const lists = await media.listDevices()
    expect(lists.microphone.length).toBeGreaterThan(1)
    for (const { id, label } of lists.microphone) {
      const { microphone, ids } = await open({ microphone: true, camera: false, ids: { microphone: id } })
      expect([ids.microphone, microphone?.label]).toEqual([id, label])
    }
    for (const { id } of lists.camera) {
      expect((await open({ microphone: false, camera: true, ids: { camera: id } })).ids.camera).toBe(id)
    }
  })

  it('that are gone are replaced by the default, wishes for the picture included', async () => {
    const { camera, problems } = await open({ microphone: false, camera: true, ids: { camera: 'gone' } })
    expect(problems).toEqual([])
    expect(camera?.getSettings()).toMatchObject({ width: 1280, height: 720 })
  })

  it('that are gone do not take the choice of the other with them', async () => {
    await open({ microphone: true, camera: true })
    const another = (await media.listDevices()).microphone.find(({ isDefault }) => !isDefault)
    if (!another) throw new Error('The browser needs two microphones for this.')
    const { ids, problems } = await open({
      ...{ microphone: true, camera: true },
      ids: { microphone: another.id, camera: 'gone' },
    })
    expect([ids.microphone, problems]).toEqual([another.id, []])
  })

  it('leave the noise in on request', async () => {
    expect(media.canReduceNoise()).toBe(true)
    const clean = await open({ microphone: true, camera: false })
    clean.microphone?.stop()
    const raw = await open({ microphone: true, camera: false, reducesNoise: false })
    const settings = [clean, raw].map(({ microphone }) => microphone?.getSettings().noiseSuppression)
    expect(settings).toEqual([true, false])
  })

  it('tell of plugs until nobody listens any more', async () => {
    let changes = 0
    const onDevicesChanged = () => {
      changes += 1
    }
    const stop = media.watch({ onDevicesChanged, onPermissions: () => {} })
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    expect(changes).toBe(1)
    stop()
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    expect(changes).toBe(1)
  })

  it('tell their permissions', async () => {
    const permissions = await new Promise<DevicePermissions>((resolve) => {
      const stop = media.watch({
        onDevicesChanged: () => {},
        onPermissions(told) {
          resolve(told)
          queueMicrotask(() => stop())
        },
      })
    })
    expect(Object.keys(permissions)).toEqual(['microphone', 'camera'])
    expect(['prompt', 'granted']).toContain(permissions.camera)
  })
})
