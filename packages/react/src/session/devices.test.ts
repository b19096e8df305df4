import { describe, expect, it } from 'vitest'
import { settled, setUpCall } from '../../test/call-for-tests.ts'
import { pageDeviceMemory } from '../media/device-memory.ts'

async function joined(options: Parameters<typeof setUpCall>[0] = {}) {
  const call = setUpCall(options)
  call.media.plug('microphone', 'headset', 'Headset')
  call.media.plug('camera', 'second', 'Second camera')
  call.media.plug('speaker', 'loud', 'Loud speaker')
  await call.join()
  const own = () => call.calls.getState().media
  const choose = async (...choice: Parameters<typeof call.calls.chooseDevice>) => {
    await call.calls.chooseDevice(...choice)
    await settled()
  }
  return Object.assign(call, { own, choose })
}

describe('the devices of a call', () => {
  it('are listed with what is in use, and no call listens when none is open', async () => {
    const call = await joined()
    const { available, using } = call.own().devices
    expect(available.microphone.map(({ label }) => label)).toEqual(['Built-in microphone', 'Headset'])
    expect(using).toEqual({ microphone: 'built-in', camera: 'webcam', speaker: null })
    expect(call.media.listening).toBe(1)
    await call.calls.leave()
    expect(call.media.listening).toBe(0)
  })

  it('are swapped without leaving the room: the old one plays until the new one is here', async () => {
    const call = await joined()
    const before = call.room.published?.microphone
    const answer = call.media.holdPrompts()
    const chosen = call.calls.chooseDevice('microphone', 'headset')
    await settled()
    expect([before?.readyState, call.own().microphone.status]).toEqual(['live', 'on'])
    answer()
    await chosen
    const after = call.room.published?.microphone
    expect([before?.readyState, after?.readyState, after === before]).toEqual(['ended', 'live', false])
    expect(call.own().devices.using.microphone).toBe('headset')
    expect(call.room.requests).toHaveLength(1)
    expect(call.media.live).toHaveLength(2)
  })

  it('stay muted when the microphone is swapped', async () => {
    const call = await joined()
    await call.calls.toggleMicrophone()
    await call.choose('microphone', 'headset')
    expect(call.room.published).toMatchObject({ isMuted: true })
  })

  it('that are off are only chosen, and come on as the chosen one', async () => {
    const call = await joined()
    await call.calls.toggleCamera()
    await call.choose('camera', 'second')
    expect(call.own()).toMatchObject({ camera: { status: 'off' }, devices: { using: { camera: 'second' } } })
    await call.calls.toggleCamera()
    expect(call.media.lastAsked?.ids?.camera).toBe('second')
  })

  it('that cannot be had leave what was in use in use, and say so', async () => {
    const call = await joined()
    const before = call.room.published?.microphone
    call.media.refuse('microphone', 'unknown')
    await call.choose('microphone', 'headset')
    expect(call.room.published?.microphone).toBe(before)
    expect(call.own()).toMatchObject({
      microphone: { status: 'on' },
      devices: {
        using: { microphone: 'built-in' },
        choiceProblem: { device: 'microphone', kind: 'unknown' },
      },
    })
    call.media.refuse('microphone', null)
    await call.choose('microphone', 'headset')
    expect(call.own().devices).toMatchObject({ using: { microphone: 'headset' }, choiceProblem: null })
  })

  it('of which only one can be open at a time are swapped by closing the first', async () => {
    const call = await joined()
    const { openDevices } = call.media
    const before = call.own().cameraTrack
    call.media.openDevices = async (wanted) => {
      if (before?.readyState === 'live') call.media.refuse('camera', 'in-use')
      const opened = await openDevices(wanted)
      call.media.refuse('camera', null)
      return opened
    }
    await call.choose('camera', 'second')
    expect(call.own()).toMatchObject({
      camera: { status: 'on', problem: null },
      devices: { using: { camera: 'second' }, choiceProblem: null },
    })
    expect([before?.readyState, call.media.live.length]).toEqual(['ended', 2])
  })

  it('that are used by another app leave the old one in its place', async () => {
    const call = await joined()
    const { openDevices } = call.media
    call.media.openDevices = async (wanted) => {
      call.media.refuse('camera', wanted.ids?.camera === 'second' ? 'in-use' : null)
      return openDevices(wanted)
    }
    await call.choose('camera', 'second')
    expect(call.own()).toMatchObject({
      camera: { status: 'on', problem: null },
      devices: { using: { camera: 'webcam' }, choiceProblem: { device: 'camera', kind: 'in-use' } },
    })
    expect(call.room.published?.camera?.readyState).toBe('live')
  })

  it('are remembered for the next call', async () => {
    const memory = pageDeviceMemory()
    const call = await joined({ memory })
    await call.choose('camera', 'second')
    await call.choose('speaker', 'loud')
    await call.calls.leave()
    const next = await joined({ memory })
    expect(next.own().devices.using).toEqual({ microphone: 'built-in', camera: 'second', speaker: 'loud' })
  })

  it('that were remembered and are gone are replaced by the default, and taken when they are back', async () => {
    const memory = pageDeviceMemory()
    await (await joined({ memory })).choose('microphone', 'dock')
    const call = await joined({ memory })
    expect(call.own().devices.using.microphone).toBe('built-in')
    call.media.plug('microphone', 'dock', 'Dock')
    await settled()
    expect(call.own().devices).toMatchObject({
      using: { microphone: 'dock' },
      news: { change: 'returned', device: 'microphone', now: 'Dock', before: 'Built-in microphone' },
    })
  })
})

describe('noise', () => {
  it('is taken out of the voice unless somebody wants it, now and in later calls', async () => {
    const memory = pageDeviceMemory()
    const call = await joined({ memory })
    await call.choose('microphone', 'headset')
    expect(call.own().devices.reducesNoise).toBe(true)
    expect(call.media.lastAsked?.reducesNoise).toBeUndefined()
    const before = call.room.published?.microphone
    await call.calls.reduceNoise(false)
    expect(call.media.lastAsked).toMatchObject({ ids: { microphone: 'headset' }, reducesNoise: false })
    expect([before?.readyState, call.room.published?.microphone === before]).toEqual(['ended', false])
    await call.calls.leave()
    const next = await joined({ memory })
    expect([next.own().devices.reducesNoise, next.media.lastAsked?.reducesNoise]).toEqual([false, false])
  })
})

describe('a microphone that is pulled out', () => {
  it('is replaced by another at once, and taken again when it is back', async () => {
    const call = await joined()
    await call.choose('microphone', 'headset')
    call.media.unplug('microphone', 'headset')
    await settled()
    expect(call.own()).toMatchObject({
      microphone: { status: 'on', problem: null },
      devices: {
        using: { microphone: 'built-in' },
        news: { id: 1, change: 'replaced', before: 'Headset', now: 'Built-in microphone' },
      },
    })
    expect(call.room.published?.microphone?.readyState).toBe('live')
    call.media.plug('microphone', 'headset', 'Headset')
    await settled()
    expect(call.own().devices).toMatchObject({
      using: { microphone: 'headset' },
      news: { id: 2, change: 'returned', now: 'Headset' },
    })
    expect(call.media.live).toHaveLength(2)
    expect(call.phase).toBe('connected')
  })

  it('and is still listed is not asked for again: another one takes its place', async () => {
    const call = await joined()
    await call.choose('microphone', 'headset')
    const { openDevices } = call.media
    call.media.openDevices = async (wanted) => {
      call.media.refuse('microphone', wanted.ids?.microphone === 'headset' ? 'in-use' : null)
      return openDevices(wanted)
    }
    call.room.published?.microphone?.dispatchEvent(new Event('ended'))
    await settled()
    expect(call.own()).toMatchObject({
      microphone: { status: 'on' },
      devices: { using: { microphone: 'built-in' }, news: { change: 'replaced' } },
    })
  })

  it('and was the last one is missing until one is plugged in', async () => {
    const call = setUpCall()
    await call.join()
    call.media.unplug('microphone', 'built-in')
    await settled()
    const state = () => call.calls.getState().media.microphone
    expect(state()).toEqual({ status: 'off', problem: { device: 'microphone', kind: 'no-device' } })
    expect(call.room.published?.microphone).toBeNull()
    call.media.plug('microphone', 'other', 'Other')
    await settled()
    expect(state()).toEqual({ status: 'on', problem: null })
    expect(call.room.published?.microphone?.readyState).toBe('live')
  })

  it('is tried again by itself once, not for ever', async () => {
    const call = await joined()
    for (let times = 0; times < 3; times += 1) {
      call.room.published?.microphone?.dispatchEvent(new Event('ended'))
      await settled()
    }
    expect(call.media.asked).toBe(2)
    expect(call.own().microphone.status).toBe('off')
  })
})

describe('a camera that is pulled out', () => {
  it('is opened again, once, when it has ended and is plugged in all the same', async () => {
    const call = await joined()
    const end = async () => {
      const track = call.room.published?.camera
      track?.stop()
      track?.dispatchEvent(new Event('ended'))
      await settled()
      return track
    }
    const first = await end()
    expect(call.own()).toMatchObject({ camera: { status: 'on' }, devices: { using: { camera: 'webcam' } } })
    expect(call.room.published?.camera).not.toBe(first)
    await end()
    expect(call.own().camera).toEqual({ status: 'off', problem: { device: 'camera', kind: 'no-device' } })
  })

  it('is not replaced by another, which might show something else, but comes back itself', async () => {
    const call = await joined()
    call.media.unplug('camera', 'webcam')
    await settled()
    const gone = { status: 'off', problem: { device: 'camera', kind: 'no-device' } }
    expect(call.own().camera).toEqual(gone)
    call.media.plug('camera', 'third')
    await settled()
    expect(call.own().camera).toEqual(gone)
    call.media.plug('camera', 'webcam', 'Webcam')
    await settled()
    expect(call.own()).toMatchObject({ camera: { status: 'on' }, devices: { using: { camera: 'webcam' } } })
    expect(call.room.published?.camera?.readyState).toBe('live')
  })

  it('and was switched off before stays off when it is back', async () => {
    const call = await joined()
    await call.calls.toggleCamera()
    call.media.unplug('camera', 'webcam')
    call.media.plug('camera', 'webcam')
    await settled()
    expect(call.own().camera).toEqual({ status: 'off', problem: null })
  })
})

describe('a speaker that is pulled out', () => {
  it('gives way to the default, and takes over again', async () => {
    const call = await joined()
    await call.choose('speaker', 'loud')
    call.media.unplug('speaker', 'loud')
    await settled()
    expect(call.own().devices).toMatchObject({
      using: { speaker: null },
      news: { device: 'speaker', change: 'replaced', before: 'Loud speaker', now: 'Built-in speakers' },
    })
    call.media.plug('speaker', 'loud', 'Loud speaker')
    await settled()
    expect(call.own().devices).toMatchObject({
      using: { speaker: 'loud' },
      news: { device: 'speaker', change: 'returned', now: 'Loud speaker' },
    })
  })
})

describe('a permission', () => {
  it('that is granted after all opens what was wanted, without a reload', async () => {
    const call = setUpCall()
    call.media.permit({ microphone: 'denied', camera: 'denied' })
    await call.join()
    expect(call.room.published).toMatchObject({ microphone: null, camera: null })
    call.media.permit({ microphone: 'granted', camera: 'granted' })
    await settled()
    expect(call.room.published?.microphone?.readyState).toBe('live')
    expect(call.room.published?.camera?.readyState).toBe('live')
    expect(call.media.asked).toBe(2)
  })

  it('that is granted does not switch on what nobody wanted', async () => {
    const call = await joined()
    await call.calls.toggleCamera()
    call.media.permit({ camera: 'granted' })
    await settled()
    expect(call.own().camera.status).toBe('off')
  })

  it('that is taken back during the call turns the device off, says why, and the call goes on', async () => {
    const call = await joined()
    call.media.permit({ microphone: 'granted', camera: 'granted' })
    call.media.permit({ camera: 'denied' })
    await settled()
    expect(call.own()).toMatchObject({
      camera: { status: 'off', problem: { kind: 'denied' } },
      devices: { permissions: { camera: 'denied' } },
    })
    call.media.permit({ microphone: 'denied' })
    await settled()
    expect(call.own().microphone).toMatchObject({ status: 'off', problem: { kind: 'denied' } })
    expect(call.room.published).toMatchObject({ microphone: null, camera: null })
    expect([call.phase, call.media.live]).toEqual(['connected', []])
    call.media.permit({ microphone: 'granted', camera: 'granted' })
    await settled()
    expect(call.media.live).toHaveLength(2)
  })

  it('that is taken back just after its camera could not be opened says why it could not', async () => {
    const call = setUpCall()
    call.media.permit({ camera: 'prompt' })
    call.media.refuse('camera', 'in-use')
    await call.join()
    expect(call.calls.getState().media.camera.problem?.kind).toBe('in-use')
    call.media.permit({ camera: 'denied' })
    await settled()
    expect(call.calls.getState().media.camera.problem?.kind).toBe('denied')
  })

  it('that is reset can be asked for again, so it is no longer called blocked', async () => {
    const call = setUpCall()
    call.media.permit({ camera: 'denied' })
    await call.join()
    call.media.permit({ camera: 'prompt' })
    await settled()
    expect(call.calls.getState().media.camera.problem?.kind).toBe('dismissed')
  })
})

describe('without a call', () => {
  it('no choice opens a device', async () => {
    const call = setUpCall()
    await call.calls.chooseDevice('camera', 'webcam')
    expect([call.media.asked, call.phase]).toEqual([0, 'idle'])
  })
})
