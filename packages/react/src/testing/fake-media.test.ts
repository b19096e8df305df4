import { describe, expect, it } from 'vitest'
import type { DevicePermissions } from '../media/media-device.ts'
import { createFakeMedia } from './fake-media.ts'

const BOTH = { microphone: true, camera: true }
const states = (tracks: readonly MediaStreamTrack[]) => tracks.map(({ readyState }) => readyState)

describe('devices without a computer', () => {
  it('open the default or the chosen one, and count the lights that are on', async () => {
    const devices = createFakeMedia()
    devices.plug('camera', 'second', 'Second camera')
    const wanted = { ...BOTH, ids: { camera: 'second', microphone: 'gone' } }
    const { microphone, camera, ids, problems } = await devices.openDevices(wanted)
    expect([microphone?.kind, camera?.kind, problems]).toEqual(['audio', 'video', []])
    expect(ids).toEqual({ microphone: 'built-in', camera: 'second' })
    expect([devices.asked, devices.lastAsked]).toEqual([1, wanted])
    expect(devices.live).toEqual([microphone, camera])
    camera?.stop()
    expect([devices.live, devices.tracks.length]).toEqual([[microphone], 2])
  })

  it('open nothing that was not asked for', async () => {
    const devices = createFakeMedia()
    const { camera, problems } = await devices.openDevices({ microphone: true, camera: false })
    expect([camera, problems, devices.tracks.length]).toEqual([null, [], 1])
  })

  it('are refused one by one, for the reason the test gives, until they are allowed again', async () => {
    const devices = createFakeMedia()
    devices.refuse('camera', 'in-use')
    const first = await devices.openDevices(BOTH)
    expect(first).toMatchObject({ camera: null, problems: [{ device: 'camera', kind: 'in-use' }] })
    expect(first.microphone?.readyState).toBe('live')
    devices.refuse('camera', null)
    expect((await devices.openDevices(BOTH)).problems).toEqual([])
  })

  it('are missing where nothing is plugged in', async () => {
    const devices = createFakeMedia({ devices: { camera: [] } })
    const { problems } = await devices.openDevices(BOTH)
    expect(problems).toEqual([{ device: 'camera', kind: 'no-device' }])
  })

  it('wait for the prompt to be answered', async () => {
    const devices = createFakeMedia()
    const answer = devices.holdPrompts()
    const opening = devices.openDevices(BOTH)
    await Promise.resolve()
    expect([devices.asked, devices.tracks.length]).toEqual([1, 0])
    answer()
    expect((await opening).microphone?.readyState).toBe('live')
  })

  it('end and say so when they are pulled out, and the next of the kind becomes the default', async () => {
    const devices = createFakeMedia()
    let changes = 0
    const stop = devices.watch({
      onPermissions: () => {},
      onDevicesChanged: () => {
        changes += 1
      },
    })
    expect(devices.listening).toBe(1)
    devices.plug('microphone', 'headset')
    const { microphone, camera } = await devices.openDevices(BOTH)
    const ended: string[] = []
    microphone?.addEventListener('ended', () => ended.push('microphone'))
    devices.unplug('microphone', 'built-in')
    expect([ended, microphone?.readyState, camera?.readyState]).toEqual([['microphone'], 'ended', 'live'])
    const { microphone: listed } = await devices.listDevices()
    expect(listed).toEqual([{ id: 'headset', label: 'headset', isDefault: true }])
    expect((await devices.openDevices(BOTH)).ids.microphone).toBe('headset')
    stop()
    devices.unplug('microphone', 'headset')
    expect([changes, devices.listening]).toEqual([2, 0])
  })

  it('end with a permission that is taken back, and open again when it is given', async () => {
    const devices = createFakeMedia()
    const told: DevicePermissions['camera'][] = []
    devices.watch({ onDevicesChanged: () => {}, onPermissions: ({ camera }) => told.push(camera) })
    await devices.openDevices(BOTH)
    devices.permit({ camera: 'denied' })
    expect(states(devices.tracks)).toEqual(['live', 'ended'])
    const refused = await devices.openDevices(BOTH)
    expect(refused.problems).toEqual([{ device: 'camera', kind: 'denied' }])
    devices.permit({ camera: 'granted' })
    expect((await devices.openDevices(BOTH)).camera?.readyState).toBe('live')
    expect(told).toEqual(['unknown', 'denied', 'granted'])
  })

  it('share a screen with or without sound, or not when the picker is closed', async () => {
    const quiet = createFakeMedia()
    expect(await quiet.openScreen()).toMatchObject({ ok: true, video: { kind: 'video' }, audio: null })
    quiet.refuse('screen', 'dismissed')
    expect(await quiet.openScreen()).toEqual({ ok: false, problem: null })
    quiet.refuse('screen', 'blocked-by-system')
    expect(await quiet.openScreen()).toEqual({
      ok: false,
      problem: { device: 'screen', kind: 'blocked-by-system' },
    })
    const loud = createFakeMedia({ screenHasSound: true })
    expect(await loud.openScreen()).toMatchObject({ ok: true, audio: { kind: 'audio' } })
  })
})
