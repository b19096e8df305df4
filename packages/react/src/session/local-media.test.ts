import { describe, expect, it } from 'vitest'
import { settled, setUpCall } from '../../test/call-for-tests.ts'

async function joined() {
  const call = setUpCall()
  await call.join()
  return Object.assign(call, { own: () => call.calls.getState().media })
}

describe('the microphone', () => {
  it('is silenced without letting go of it', async () => {
    const call = await joined()
    await call.calls.toggleMicrophone()
    expect(call.room.published).toMatchObject({ isMuted: true })
    expect(call.own()).toMatchObject({ isMuted: true, microphone: { status: 'on' } })
    await call.calls.toggleMicrophone()
    expect(call.room.published).toMatchObject({ isMuted: false })
    expect(call.media.asked).toBe(1)
  })

  it('that was refused says why, and the next press asks again', async () => {
    const call = setUpCall()
    call.media.refuse('microphone', 'denied')
    await call.join()
    const { media } = call.calls.getState()
    expect(media.microphone).toEqual({
      status: 'off',
      problem: { device: 'microphone', kind: 'denied' },
    })
    expect(call.room.published?.microphone).toBeNull()
    expect(call.room.published?.camera).not.toBeNull()
    call.media.refuse('microphone', null)
    await call.calls.toggleMicrophone()
    expect(call.room.published?.microphone?.readyState).toBe('live')
    expect(call.calls.getState().media.microphone).toEqual({ status: 'on', problem: null })
  })

  it('that was muted before the room was entered enters muted', async () => {
    const call = setUpCall()
    const openDoor = call.room.holdConnects()
    await call.join()
    await call.calls.toggleMicrophone()
    openDoor()
    await settled()
    expect(call.room.published).toMatchObject({ isMuted: true })
  })
})

describe('the camera', () => {
  it('is really off when it is off, and back on when asked', async () => {
    const call = await joined()
    const first = call.own().cameraTrack
    await call.calls.toggleCamera()
    expect(first?.readyState).toBe('ended')
    expect(call.own()).toMatchObject({ camera: { status: 'off', problem: null }, cameraTrack: null })
    expect(call.room.published?.camera).toBeNull()
    await call.calls.toggleCamera()
    expect(call.room.published?.camera).toBe(call.own().cameraTrack)
    expect(call.own().cameraTrack).not.toBe(first)
  })

  it('is unpublished before it is stopped, so that nobody sees it freeze', async () => {
    const call = await joined()
    const track = call.own().cameraTrack
    const seen: unknown[] = []
    call.room.connection?.subscribe(() => seen.push([call.room.published?.camera ?? null, track?.readyState]))
    await call.calls.toggleCamera()
    expect(seen[0]).toEqual([null, 'live'])
  })

  it('switched off while the prompt is open does not come on later', async () => {
    const call = await joined()
    await call.calls.toggleCamera()
    const answerPrompt = call.media.holdPrompts()
    const on = call.calls.toggleCamera()
    await call.calls.toggleCamera()
    answerPrompt()
    await on
    expect(call.own().camera.status).toBe('off')
    expect(call.media.live.map(({ kind }) => kind)).toEqual(['audio'])
  })

  it('that is unplugged is off and says so, and the call goes on', async () => {
    const call = await joined()
    call.media.unplug('camera', 'webcam')
    await settled()
    expect(call.own().camera).toEqual({ status: 'off', problem: { device: 'camera', kind: 'no-device' } })
    expect(call.room.published?.camera).toBeNull()
    expect(call.phase).toBe('connected')
  })

  it('that nobody can receive is switched off and says so', async () => {
    const call = await joined()
    await call.calls.toggleCamera()
    const { connection } = call.room
    if (connection) connection.setCamera = () => Promise.reject(new Error('track limit'))
    await call.calls.toggleCamera()
    expect(call.own().camera).toEqual({ status: 'off', problem: { device: 'camera', kind: 'unknown' } })
    expect(call.media.live.map(({ kind }) => kind)).toEqual(['audio'])
  })

  it('and microphone both refused: the person listens', async () => {
    const call = setUpCall()
    call.media.refuse('microphone', 'in-use')
    call.media.refuse('camera', 'no-device')
    await call.join()
    expect(call.phase).toBe('connected')
    expect(call.room.requests[0]?.tracks).toEqual({ microphone: null, camera: null })
    expect(call.calls.getState().media).toMatchObject({
      microphone: { problem: { kind: 'in-use' } },
      camera: { problem: { kind: 'no-device' } },
    })
  })
})

describe('the screen', () => {
  it('is shared and stopped by its button', async () => {
    const call = await joined()
    await call.calls.toggleScreenShare()
    const screen = call.room.published?.screen
    expect([call.own().screen.status, screen?.readyState]).toEqual(['on', 'live'])
    await call.calls.toggleScreenShare()
    expect([call.own().screen.status, screen?.readyState]).toEqual(['off', 'ended'])
    expect(call.room.published?.screen).toBeNull()
  })

  it('is stopped by the browser’s own bar, which is no problem', async () => {
    const call = await joined()
    await call.calls.toggleScreenShare()
    call.room.published?.screen?.dispatchEvent(new Event('ended'))
    await settled()
    expect(call.own().screen).toEqual({ status: 'off', problem: null })
    expect(call.room.published?.screen).toBeNull()
  })

  it('is not shared when the picker is closed, and that is no problem either', async () => {
    const call = await joined()
    call.media.refuse('screen', 'dismissed')
    await call.calls.toggleScreenShare()
    expect(call.own().screen).toEqual({ status: 'off', problem: null })
  })

  it('says so when the system forbids it', async () => {
    const call = await joined()
    call.media.refuse('screen', 'blocked-by-system')
    await call.calls.toggleScreenShare()
    expect(call.own().screen.problem).toEqual({ device: 'screen', kind: 'blocked-by-system' })
  })
})

describe('without a call', () => {
  it('no button opens a device', async () => {
    const call = setUpCall()
    await Promise.all([
      call.calls.toggleMicrophone(),
      call.calls.toggleCamera(),
      call.calls.toggleScreenShare(),
    ])
    expect(call.media.tracks).toEqual([])
  })
})
