import { describe, expect, it } from 'vitest'
import { BOOKING, settled, setUpCall } from '../../test/call-for-tests.ts'
import { pageDeviceMemory } from '../media/device-memory.ts'

const MINUTE = 60_000

async function inLobby(options: Parameters<typeof setUpCall>[0] = {}) {
  const call = setUpCall({ hasLobby: true, ...options })
  await call.join()
  return Object.assign(call, { own: () => call.calls.getState().media })
}

async function enter(call: ReturnType<typeof setUpCall>) {
  call.calls.enter()
  await settled()
}

describe('the lobby', () => {
  it('shows the open devices, and nobody enters the room before they say so', async () => {
    const call = await inLobby()
    expect(call.phases).toEqual(['idle', 'launching', 'lobby'])
    expect(call.own()).toMatchObject({ microphone: { status: 'on' }, camera: { status: 'on' } })
    expect([call.room.requests, call.news]).toEqual([[], []])
  })

  it('hands its devices to the room: nothing is asked for twice', async () => {
    const call = await inLobby()
    const { cameraTrack, microphoneTrack } = call.own()
    await enter(call)
    expect(call.phases).toEqual(['idle', 'launching', 'lobby', 'connecting', 'connected'])
    expect(call.room.requests[0]?.tracks).toEqual({ microphone: microphoneTrack, camera: cameraTrack })
    expect([call.media.asked, call.room.published?.camera]).toEqual([1, cameraTrack])
    expect(call.news).toEqual(['start 1'])
  })

  it('is entered into the room once, however often the button is pressed', async () => {
    const call = await inLobby()
    call.calls.enter()
    call.calls.enter()
    await enter(call)
    expect(call.room.requests).toHaveLength(1)
  })

  it('is left without a trace: devices off, the server told, no call started or ended', async () => {
    const call = await inLobby()
    await call.calls.leave()
    await settled()
    expect([call.phase, call.media.live, call.media.listening]).toEqual(['idle', [], 0])
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo'])
    expect([call.room.requests, call.news, call.page.listeners]).toEqual([[], [], 0])
    call.calls.enter()
    await settled()
    expect(call.phase).toBe('idle')
  })

  it('is left when the page closes', async () => {
    const call = await inLobby()
    call.page.hide()
    await settled()
    expect([call.phase, call.media.live]).toEqual(['idle', []])
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo'])
  })

  it('keeps the token fresh, and the room is entered with the fresh one', async () => {
    const call = await inLobby()
    call.clock.advance(51 * MINUTE)
    await settled()
    expect(call.asked).toEqual(['launchVideo', 'refreshToken'])
    await enter(call)
    expect(call.room.requests.map(({ token }) => token)).toEqual(['token-2'])
  })

  it('checks the connection with the token of the call, also with a fresh one', async () => {
    const call = await inLobby()
    const request = { signal: new AbortController().signal }
    expect(await call.calls.checkConnection(request)).toMatchObject({ quality: 'good' })
    call.clock.advance(51 * MINUTE)
    await settled()
    await call.calls.checkConnection(request)
    expect(call.room.checks.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
    await call.calls.leave()
    expect(await call.calls.checkConnection(request)).toBeNull()
  })

  it('is not replaced by another launch, and the same one changes nothing', async () => {
    const call = await inLobby()
    expect(await call.calls.launch(BOOKING)).toEqual({ ok: true, bookingId: BOOKING })
    expect(await call.calls.launch('other')).toMatchObject({ problem: { code: 'CALL_IN_PROGRESS' } })
    expect([call.phase, call.asked]).toEqual(['lobby', ['launchVideo']])
  })

  it('waits with a ticket of the host’s own too', async () => {
    const call = setUpCall({ hasLobby: true })
    call.calls.start({ token: 'own', roomName: 'meeting_1', participantName: 'Ana', bookingId: BOOKING })
    await settled()
    expect(call.phase).toBe('lobby')
    await enter(call)
    expect(call.phases).toEqual(['idle', 'lobby', 'connecting', 'connected'])
  })

  it('does not come again after a call that could not go on: trying again goes straight in', async () => {
    const call = await inLobby()
    call.room.failNextConnect({ kind: 'full' })
    await enter(call)
    await call.calls.retry()
    await settled()
    expect(call.phases.slice(-4)).toEqual(['connecting', 'failed', 'connecting', 'connected'])
  })

  it('says when the video code cannot be loaded, once the person wants in', async () => {
    const call = await inLobby({ loadRoomClient: () => Promise.reject(new Error('a chunk is missing')) })
    expect(call.phase).toBe('lobby')
    await enter(call)
    expect(call.calls.getState().session).toMatchObject({
      phase: 'failed',
      problem: { code: 'VIDEO_CODE_UNREACHABLE' },
    })
    expect(call.media.live).toEqual([])
  })
})

describe('trying again', () => {
  it('keeps muted who was muted, and dark who was without camera', async () => {
    const call = setUpCall()
    await call.join()
    await call.calls.toggleMicrophone()
    await call.calls.toggleCamera()
    call.room.end({ kind: 'removed' })
    await settled()
    await call.calls.retry()
    await settled()
    expect(call.room.published).toMatchObject({ isMuted: true, camera: null })
    await call.calls.leave()
    await call.join()
    expect(call.room.published).toMatchObject({ isMuted: false })
    expect(call.room.published?.camera?.readyState).toBe('live')
  })
})

describe('joining with something off', () => {
  it('enters muted and without camera, and finds it so the next time', async () => {
    const memory = pageDeviceMemory()
    const call = await inLobby({ memory })
    await call.calls.toggleMicrophone()
    await call.calls.toggleCamera()
    await enter(call)
    expect(call.room.published).toMatchObject({ isMuted: true, camera: null })
    await call.calls.leave()

    const next = await inLobby({ memory })
    expect(next.own()).toMatchObject({
      isMuted: true,
      microphone: { status: 'on' },
      camera: { status: 'off', problem: null },
    })
    expect(next.media.lastAsked).toMatchObject({ microphone: true, camera: false })
  })

  it('is not learnt from a mute during the call, nor applied where there is no lobby to undo it', async () => {
    const memory = pageDeviceMemory()
    const call = await inLobby({ memory })
    await enter(call)
    await call.calls.toggleMicrophone()
    expect(memory.read().joinsMuted).toBe(false)
    memory.write({ ...memory.read(), joinsMuted: true, joinsWithoutCamera: true })
    const without = await inLobby({ memory, hasLobby: false })
    expect(without.own()).toMatchObject({ isMuted: false, camera: { status: 'on' } })
  })

  it('does not take a refused camera for one that was switched off', async () => {
    const memory = pageDeviceMemory()
    const call = setUpCall({ hasLobby: true, memory })
    call.media.refuse('camera', 'denied')
    await call.join()
    await call.calls.toggleMicrophone()
    expect(memory.read()).toMatchObject({ joinsMuted: true, joinsWithoutCamera: false })
  })
})
