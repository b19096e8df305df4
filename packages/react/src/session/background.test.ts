import { describe, expect, it } from 'vitest'
import { settled, setUpCall } from '../../test/call-for-tests.ts'
import { NOTHING_REMEMBERED, pageDeviceMemory } from '../media/device-memory.ts'

/** A call whose person chose this background in an earlier one. */
async function joined(background: string | null = null) {
  const memory = pageDeviceMemory()
  memory.write({ ...NOTHING_REMEMBERED, background })
  const call = setUpCall({ memory })
  call.media.plug('camera', 'second', 'Second camera')
  const own = () => call.calls.getState().media
  const lights = () => [...call.media.live, ...call.backgrounds.live].filter(({ kind }) => kind === 'video')
  return Object.assign(call, { memory, own, lights })
}

const NOT_PAINTED = { device: 'camera', kind: 'background' }

describe('a background', () => {
  it('is not loaded before somebody chooses one', async () => {
    const call = await joined()
    await call.join()
    await call.calls.toggleCamera()
    await call.calls.toggleCamera()
    expect([call.backgrounds.loaded, call.own().cameraTrack]).toEqual([[], call.media.tracks.at(-1)])
  })

  it('that is chosen is put behind the camera that is on, without opening it again', async () => {
    const call = await joined()
    await call.join()
    const camera = call.own().cameraTrack
    await call.calls.chooseBackground('blur')
    await settled()
    expect(call.backgrounds.loaded).toEqual(['blur'])
    expect(call.room.published?.camera).toBe(call.backgrounds.tracks[0])
    expect(call.own().cameraTrack).toBe(call.backgrounds.tracks[0])
    expect([camera?.readyState, call.media.asked]).toEqual(['live', 1])
    expect(call.own().devices.background?.using).toBe('blur')
  })

  it('is changed for another, and taken away again, while the camera stays on', async () => {
    const call = await joined('blur')
    await call.join()
    await call.calls.chooseBackground('image:Beach')
    await call.calls.chooseBackground(null)
    await settled()
    const camera = call.media.tracks.find(({ kind }) => kind === 'video')
    expect(call.room.published?.camera).toBe(camera)
    expect([call.backgrounds.tracks.length, call.lights()]).toEqual([2, [camera]])
  })

  it('is remembered, and painted before anybody sees the camera of the next call', async () => {
    const first = await joined()
    await first.join()
    await first.calls.chooseBackground('strong-blur')
    expect(first.memory.read().background).toBe('strong-blur')

    const call = await joined('strong-blur')
    const seen: unknown[] = []
    call.calls.subscribe(() => seen.push(call.own().cameraTrack))
    await call.join()
    expect(call.room.published?.camera).toBe(call.backgrounds.tracks[0])
    expect(seen).not.toContain(call.media.tracks.find(({ kind }) => kind === 'video'))
  })

  it('follows the camera when another one is chosen, and the old one plays until then', async () => {
    const call = await joined('blur')
    await call.join()
    const [before] = call.backgrounds.tracks
    const finish = call.backgrounds.hold()
    const chosen = call.calls.chooseDevice('camera', 'second')
    await settled()
    expect([call.room.published?.camera, before?.readyState]).toEqual([before, 'live'])
    finish()
    await chosen
    expect(call.room.published?.camera).toBe(call.backgrounds.tracks[1])
    expect(call.own().devices.using.camera).toBe('second')
    expect(call.lights()).toHaveLength(2)
  })

  it('goes with a camera that is unplugged, and comes back with it', async () => {
    const call = await joined('blur')
    await call.join()
    call.media.unplug('camera', 'webcam')
    await settled()
    expect(call.own().camera).toEqual({ status: 'off', problem: { device: 'camera', kind: 'no-device' } })
    expect(call.lights()).toEqual([])
    call.media.plug('camera', 'webcam', 'Webcam')
    await settled()
    expect(call.room.published?.camera).toBe(call.backgrounds.tracks[1])
  })

  it('that is chosen while the camera is off waits for it', async () => {
    const call = await joined()
    await call.join()
    await call.calls.toggleCamera()
    await call.calls.chooseBackground('blur')
    expect([call.own().camera.status, call.backgrounds.loaded]).toEqual(['off', []])
    await call.calls.toggleCamera()
    await settled()
    expect(call.room.published?.camera).toBe(call.backgrounds.tracks[0])
  })

  it('is offered with the images of the app', async () => {
    const call = await joined('blur')
    await call.join()
    const images = [{ name: 'Beach', url: '/beach.jpg' }]
    expect(call.own().devices.background).toEqual({ using: 'blur', images })
  })
})

describe('a call', () => {
  it('does not wait for a background: its person is in and heard while the camera is being painted', async () => {
    const call = await joined('blur')
    const finish = call.backgrounds.hold()
    await call.join()
    expect(call.phase).toBe('connected')
    expect(call.room.published?.microphone?.readyState).toBe('live')
    expect([call.room.published?.camera, call.own().camera.status]).toEqual([null, 'starting'])
    finish()
    await settled()
    expect(call.room.published?.camera).toBe(call.backgrounds.tracks[0])
  })

  it('that is left leaves no light on: not the picture, not the camera below it', async () => {
    const call = await joined('blur')
    await call.join()
    expect(call.lights()).toHaveLength(2)
    await call.calls.leave()
    expect(call.lights()).toEqual([])
  })

  it('that is left while a background is being loaded turns the camera off at once', async () => {
    const call = await joined('blur')
    const finish = call.backgrounds.hold()
    await call.join()
    expect(call.lights()).toHaveLength(1)
    await call.calls.leave()
    expect(call.lights()).toEqual([])
    finish()
    await settled()
    expect(call.lights()).toEqual([])
  })

  it('whose camera is switched off while a background is being loaded does not switch it on later', async () => {
    const call = await joined('blur')
    const finish = call.backgrounds.hold()
    await call.join()
    await call.calls.toggleCamera()
    expect(call.lights()).toEqual([])
    finish()
    await settled()
    expect([call.own().camera.status, call.lights()]).toEqual(['off', []])
  })

  it('that is left while the browser still asks turns the camera off as soon as it comes', async () => {
    const call = await joined('blur')
    const finish = call.backgrounds.hold()
    const answer = call.media.holdPrompts()
    await call.join()
    await call.calls.leave()
    answer()
    await settled()
    expect([call.media.tracks.length, call.lights()]).toEqual([2, []])
    finish()
  })

  it('takes the last of several quick choices', async () => {
    const call = await joined()
    await call.join()
    await Promise.all(['blur', 'strong-blur', 'image:Beach'].map(call.calls.chooseBackground))
    await settled()
    expect(call.room.published?.camera).toBe(call.own().cameraTrack)
    expect([call.own().devices.background?.using, call.memory.read().background]).toEqual([
      'image:Beach',
      'image:Beach',
    ])
    expect(call.lights()).toHaveLength(2)
  })
})

describe('a background that cannot be had', () => {
  it('keeps the camera off and says so: a room that should not be seen is not', async () => {
    const call = await joined('blur')
    call.backgrounds.fail()
    await call.join()
    expect(call.own().camera).toEqual({ status: 'off', problem: NOT_PAINTED })
    expect([call.room.published?.camera, call.lights()]).toEqual([null, []])
    expect([call.phase, call.room.published?.microphone?.readyState]).toEqual(['connected', 'live'])
  })

  it('can be asked for again', async () => {
    const call = await joined('blur')
    call.backgrounds.fail()
    await call.join()
    call.backgrounds.fail(false)
    await call.calls.toggleCamera()
    await settled()
    expect(call.room.published?.camera).toBe(call.backgrounds.tracks[0])
  })

  it('can be done without: the camera comes on as it is', async () => {
    const call = await joined('blur')
    call.backgrounds.fail()
    await call.join()
    await call.calls.chooseBackground(null)
    await settled()
    expect(call.own().camera).toEqual({ status: 'on', problem: null })
    expect(call.room.published?.camera).toBe(call.own().cameraTrack)
    expect(call.memory.read().background).toBeNull()
  })

  it('changes nothing while the camera is on', async () => {
    const call = await joined('blur')
    await call.join()
    const before = call.room.published?.camera
    call.backgrounds.fail()
    await call.calls.chooseBackground('image:Beach')
    expect(call.room.published?.camera).toBe(before)
    expect(call.own()).toMatchObject({
      camera: { status: 'on', problem: null },
      devices: { background: { using: 'blur' }, choiceProblem: NOT_PAINTED },
    })
    expect([before?.readyState, call.memory.read().background]).toEqual(['live', 'blur'])
  })

  it('is no news any more when another one was chosen meanwhile', async () => {
    const call = await joined()
    await call.join()
    const finish = call.backgrounds.hold()
    const refused = call.calls.chooseBackground('blur')
    call.backgrounds.fail()
    await call.calls.chooseBackground(null)
    finish()
    await refused
    expect(call.own().devices).toMatchObject({ background: { using: null }, choiceProblem: null })
    expect(call.own().camera.status).toBe('on')
  })

  it('leaves the camera that was in use in use when another one was chosen', async () => {
    const call = await joined('blur')
    await call.join()
    const before = call.room.published?.camera
    call.backgrounds.fail()
    await call.calls.chooseDevice('camera', 'second')
    expect(call.own()).toMatchObject({
      camera: { status: 'on' },
      devices: { using: { camera: 'webcam' }, choiceProblem: NOT_PAINTED },
    })
    expect([call.room.published?.camera, before?.readyState]).toEqual([before, 'live'])
    expect(call.lights()).toHaveLength(2)
  })

  it('in the middle of a call turns the camera off and says so, rather than show the room', async () => {
    const call = await joined('blur')
    await call.join()
    call.backgrounds.breakDown()
    await settled()
    expect(call.own().camera).toEqual({ status: 'off', problem: NOT_PAINTED })
    expect([call.room.published?.camera, call.lights()]).toEqual([null, []])
    await call.calls.toggleCamera()
    await settled()
    expect(call.own().devices.using.camera).toBe('webcam')
    expect(call.room.published?.camera?.readyState).toBe('live')
  })
})

describe('without a call', () => {
  it('no choice loads a background', async () => {
    const call = await joined()
    await call.calls.chooseBackground('blur')
    expect([call.backgrounds.loaded, call.phase]).toEqual([[], 'idle'])
  })
})
