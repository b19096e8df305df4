import { describe, expect, it } from 'vitest'
import { BOOKING, OTHER, settled, setUpCall } from '../../test/call-for-tests.ts'

describe('a join click', () => {
  it('starts the request, the SDK, the screen and the devices in the same breath', () => {
    const call = setUpCall()
    void call.calls.launch(BOOKING)
    expect(call.asked).toEqual(['launchVideo'])
    expect([call.loads, call.preloads, call.media.asked]).toEqual([1, 1, 1])
    expect(call.phase).toBe('launching')
    expect(call.calls.getState().media).toMatchObject({
      microphone: { status: 'starting' },
      camera: { status: 'starting' },
    })
  })

  it('enters the room with the open devices and tells the host', async () => {
    const call = setUpCall()
    expect(await call.join()).toEqual({ ok: true, bookingId: BOOKING })
    expect(call.phases).toEqual(['idle', 'launching', 'connecting', 'connected'])
    expect(call.room.requests).toHaveLength(1)
    expect(call.room.requests[0]).toMatchObject({ token: 'token-1', roomName: `meeting_${BOOKING}` })
    expect(call.room.published?.camera).toBe(call.calls.getState().media.cameraTrack)
    expect(call.room.published?.microphone?.readyState).toBe('live')
    expect(call.news).toEqual(['start 1'])
  })

  it('that is refused stops every device, says why and leaves the page as it was', async () => {
    const call = setUpCall()
    call.client.failNext('launchVideo', { code: 'JOIN_TOO_EARLY' })
    expect(await call.join()).toMatchObject({ ok: false, problem: { code: 'JOIN_TOO_EARLY' } })
    expect(call.phases).toEqual(['idle', 'launching', 'idle'])
    expect(call.media.live).toEqual([])
    expect(call.room.requests).toEqual([])
    expect(call.problems).toEqual(['JOIN_TOO_EARLY'])
    expect(call.asked).toEqual(['launchVideo'])
    expect([call.news, call.page.listeners]).toEqual([[], 0])
  })

  it('that is refused stops also the devices that are allowed only later', async () => {
    const call = setUpCall()
    const answerPrompt = call.media.holdPrompts()
    call.client.failNext('launchVideo', { code: 'BOOKING_ENDED' })
    await call.join()
    answerPrompt()
    await settled()
    expect(call.media.tracks).toHaveLength(2)
    expect(call.media.live).toEqual([])
    expect(call.calls.getState().media.camera.status).toBe('off')
  })

  it('twice is one launch', async () => {
    const call = setUpCall()
    const [first, second] = await Promise.all([call.calls.launch(BOOKING), call.calls.launch(BOOKING)])
    await settled()
    expect([first, second]).toEqual([
      { ok: true, bookingId: BOOKING },
      { ok: true, bookingId: BOOKING },
    ])
    expect(call.asked).toEqual(['launchVideo'])
    expect(call.room.requests).toHaveLength(1)
  })

  it('on the open call returns to it; on another booking it is refused and nothing changes', async () => {
    const call = setUpCall()
    await call.join()
    const before = call.calls.getState()
    expect(await call.calls.launch(BOOKING)).toEqual({ ok: true, bookingId: BOOKING })
    expect(await call.calls.launch(OTHER)).toMatchObject({ problem: { code: 'CALL_IN_PROGRESS' } })
    expect(call.calls.getState()).toBe(before)
    expect(call.asked).toEqual(['launchVideo'])
  })

  it('on another booking while one is being launched takes its place', async () => {
    const call = setUpCall()
    const answer = call.client.hold('launchVideo')
    const first = call.calls.launch(BOOKING)
    const second = call.calls.launch(OTHER)
    answer()
    expect(await first).toMatchObject({ problem: { code: 'SUPERSEDED' } })
    expect(await second).toEqual({ ok: true, bookingId: OTHER })
    await settled()
    expect(call.room.requests.map(({ roomName }) => roomName)).toEqual([`meeting_${OTHER}`])
    expect(call.media.live).toHaveLength(2)
    expect(call.problems).toEqual([])
  })
})

describe('a permission prompt nobody answers', () => {
  it('keeps nobody out: after 1.5 seconds they enter listening, and are seen once they allow it', async () => {
    const call = setUpCall()
    const answerPrompt = call.media.holdPrompts()
    await call.join()
    call.clock.advance(1_499)
    await settled()
    expect(call.room.requests).toHaveLength(0)
    call.clock.advance(1)
    await settled()
    expect(call.room.requests[0]?.tracks).toEqual({ microphone: null, camera: null })
    expect(call.phase).toBe('connected')
    answerPrompt()
    await settled()
    expect(call.room.published?.camera?.readyState).toBe('live')
    expect(call.room.published?.microphone?.readyState).toBe('live')
  })

  it('is answered during the connect: the devices are published after it, once', async () => {
    const call = setUpCall()
    const answerPrompt = call.media.holdPrompts()
    const openDoor = call.room.holdConnects()
    await call.join()
    call.clock.advance(1_500)
    await settled()
    answerPrompt()
    await settled()
    openDoor()
    await settled()
    expect(call.room.published?.camera).toBe(call.calls.getState().media.cameraTrack)
    expect(call.media.live).toHaveLength(2)
  })
})

describe('a call that cannot go on', () => {
  it('fails when the SDK cannot be loaded, with every device off, and Retry asks anew', async () => {
    let loads = 0
    const call = setUpCall({
      loadRoomClient: async () => {
        loads += 1
        if (loads === 1) throw new Error('a chunk is missing')
        return call.room
      },
    })
    await call.join()
    expect(call.calls.getState().session).toMatchObject({ problem: { code: 'VIDEO_CODE_UNREACHABLE' } })
    expect(call.media.live).toEqual([])
    expect(call.problems).toEqual(['VIDEO_CODE_UNREACHABLE'])
    expect(await call.calls.retry()).toEqual({ ok: true, bookingId: BOOKING })
    await settled()
    expect(call.phases).toEqual(['idle', 'launching', 'connecting', 'failed', 'connecting', 'connected'])
    expect(call.news).toEqual(['start 1'])
  })

  it('keeps the screen open when a retry is refused too', async () => {
    const call = setUpCall()
    call.room.failNextConnect({ kind: 'full', vendorCode: 53105 })
    await call.join()
    const problem = { code: 'ROOM_FULL', retryable: true, vendorCode: 53105 }
    expect(call.calls.getState().session).toMatchObject({ phase: 'failed', problem })
    call.client.failNext('launchVideo', { code: 'STORE_UNAVAILABLE' })
    expect(await call.calls.retry()).toMatchObject({ ok: false })
    expect(call.calls.getState().session).toMatchObject({ problem: { code: 'STORE_UNAVAILABLE' } })
    expect(call.media.live).toEqual([])
  })

  it('tells the server, and again on dismiss, in case it could not be reached', async () => {
    const call = setUpCall()
    call.room.failNextConnect({ kind: 'refused' })
    await call.join()
    call.calls.dismiss()
    await settled()
    expect(call.phase).toBe('idle')
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo', 'leaveVideo'])
  })
})

describe('a ticket of the host’s own', () => {
  const ticket = { token: 'own', roomName: 'meeting_1', participantName: 'Ana', bookingId: BOOKING }

  it('opens the call without asking the server', async () => {
    const call = setUpCall()
    call.calls.start(ticket)
    await settled()
    expect(call.phases).toEqual(['idle', 'connecting', 'connected'])
    expect(call.asked).toEqual([])
    expect(call.room.requests[0]).toMatchObject({ token: 'own', roomName: 'meeting_1' })
  })

  it('given twice, as StrictMode does, connects once; another one is refused', async () => {
    const call = setUpCall()
    call.calls.start(ticket)
    call.calls.start(ticket)
    await settled()
    call.calls.start({ ...ticket, bookingId: OTHER })
    await settled()
    expect(call.room.requests).toHaveLength(1)
    expect(call.problems).toEqual(['CALL_IN_PROGRESS'])
  })
})
