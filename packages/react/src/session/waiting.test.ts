import { describe, expect, it } from 'vitest'
import { BOOKING, OTHER, settled, setUpCall } from '../../test/call-for-tests.ts'

async function waiting(options: Parameters<typeof setUpCall>[0] = {}) {
  const call = setUpCall(options)
  const admit = call.client.keepWaiting()
  const result = await call.join()
  return Object.assign(call, {
    admit,
    result,
    session: () => call.calls.getState().session,
    launches: () => call.asked.filter((route) => route === 'launchVideo').length,
    /** Lets time pass, and what follows from it. */
    async pass(ms: number) {
      call.clock.advance(ms)
      await settled()
    },
  })
}

describe('a launch that a host has to allow', () => {
  it('is no failure: the call opens as a waiting room, with the devices on and nobody in the room', async () => {
    const call = await waiting()
    expect(call.result).toEqual({ ok: true, bookingId: BOOKING })
    expect(call.phases).toEqual(['idle', 'launching', 'waiting'])
    expect(call.calls.getState().media).toMatchObject({ camera: { status: 'on' } })
    expect([call.room.requests, call.news, call.problems]).toEqual([[], [], []])
  })

  it('asks again every five seconds', async () => {
    const call = await waiting()
    await call.pass(4_999)
    expect(call.launches()).toBe(1)
    await call.pass(1)
    expect(call.launches()).toBe(2)
    for (const _ of [3, 4, 5]) await call.pass(5_000)
    expect(call.launches()).toBe(5)
    expect(call.phase).toBe('waiting')
  })

  it.each([
    [12, 12_000],
    [3600, 60_000],
    [0, 5_000],
    ['soon', 5_000],
  ])('asks again after as long as the server says, within reason: %s', async (retryAfterSeconds, ms) => {
    const call = await waiting()
    const details = { retryAfterSeconds }
    call.client.failNext('launchVideo', { code: 'WAITING_FOR_ADMISSION', details })
    await call.pass(5_000)
    await call.pass(ms - 1)
    expect(call.launches()).toBe(2)
    await call.pass(1)
    expect(call.launches()).toBe(3)
  })

  it('asks at once when the page is back in sight, and goes on from there', async () => {
    const call = await waiting()
    await call.pass(1_000)
    call.page.wake()
    await settled()
    expect(call.launches()).toBe(2)
    await call.pass(4_000)
    expect(call.launches()).toBe(2)
    await call.pass(1_000)
    expect(call.launches()).toBe(3)
  })

  it.each([true, false])(
    'goes into the room by itself once allowed, with the same devices (lobby: %s)',
    async (hasLobby) => {
      const call = await waiting({ hasLobby })
      const { cameraTrack } = call.calls.getState().media
      call.admit()
      await call.pass(5_000)
      expect(call.phases).toEqual(['idle', 'launching', 'waiting', 'connecting', 'connected'])
      expect(call.room.requests[0]?.tracks.camera).toBe(cameraTrack)
      expect([call.media.asked, call.news]).toEqual([1, ['start 1']])
      await call.pass(60_000)
      expect(call.launches()).toBe(2)
    },
  )

  it('waits on while the meeting is locked or the server cannot be reached, and says which', async () => {
    const call = await waiting()
    call.client.failNext('launchVideo', { code: 'MEETING_LOCKED', retryable: true })
    await call.pass(5_000)
    expect(call.session()).toMatchObject({ phase: 'waiting', until: 'unlocked' })
    call.client.failNext('launchVideo', { code: 'NETWORK_UNREACHABLE', retryable: true })
    await call.pass(5_000)
    expect(call.session()).toMatchObject({ phase: 'waiting', until: 'answered' })
    await call.pass(5_000)
    expect(call.session()).toMatchObject({ phase: 'waiting', until: 'admitted' })
  })

  it.each(['REMOVED_FROM_MEETING', 'BOOKING_ENDED', 'BOOKING_CANCELLED'] as const)(
    'ends with %s, stops every device and asks no more',
    async (code) => {
      const call = await waiting()
      call.client.failNext('launchVideo', { code, retryable: false })
      await call.pass(5_000)
      expect(call.session()).toMatchObject({ phase: 'turned-away', bookingId: BOOKING, problem: { code } })
      expect([call.problems, call.media.live, call.page.listeners]).toEqual([[code], [], 0])
      await call.pass(60_000)
      expect(call.launches()).toBe(2)
      call.calls.dismiss()
      expect(call.phase).toBe('idle')
      await settled()
      expect(call.asked).not.toContain('leaveVideo')
    },
  )

  it('is left: devices off, nothing asked any more, and the server told in case it had just said yes', async () => {
    const call = await waiting()
    await call.calls.leave()
    await call.pass(60_000)
    expect([call.phase, call.media.live, call.page.listeners]).toEqual(['idle', [], 0])
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo'])
    expect(call.news).toEqual([])
  })

  it.each(['hide', 'destroy'] as const)('stops when the page or the provider goes: %s', async (way) => {
    const call = await waiting()
    if (way === 'hide') call.page.hide()
    else call.calls.destroy()
    await call.pass(60_000)
    expect([call.phase, call.media.live, call.launches()]).toEqual(['idle', [], 1])
  })

  it('drops a yes that comes after the person has left', async () => {
    const call = await waiting()
    call.admit()
    const answer = call.client.hold('launchVideo')
    await call.pass(5_000)
    const left = call.calls.leave()
    answer()
    await left
    await settled()
    expect([call.phase, call.room.requests]).toEqual(['idle', []])
    expect(call.asked).toEqual(['launchVideo', 'launchVideo', 'leaveVideo'])
  })

  it('is the one call there is: the same launch changes nothing, another is refused', async () => {
    const call = await waiting()
    expect(await call.calls.launch(BOOKING)).toEqual({ ok: true, bookingId: BOOKING })
    expect(await call.calls.launch(OTHER)).toMatchObject({ problem: { code: 'CALL_IN_PROGRESS' } })
    call.calls.start({ token: 't', roomName: 'r', participantName: 'Ana', bookingId: OTHER })
    expect(call.problems).toEqual(['CALL_IN_PROGRESS'])
    expect([call.phase, call.launches()]).toEqual(['waiting', 1])
  })

  it('can be asked anew after it was refused', async () => {
    const call = await waiting()
    call.client.failNext('launchVideo', { code: 'REMOVED_FROM_MEETING', retryable: false })
    await call.pass(5_000)
    call.admit()
    await call.join()
    expect(call.phase).toBe('connected')
  })

  it('may come when a call is tried again', async () => {
    const call = setUpCall()
    await call.join()
    call.room.end({ kind: 'time-limit' })
    await settled()
    const admit = call.client.keepWaiting()
    expect(await call.calls.retry()).toEqual({ ok: true, bookingId: BOOKING })
    await settled()
    expect(call.phase).toBe('waiting')
    admit()
    call.clock.advance(5_000)
    await settled()
    expect(call.phase).toBe('connected')
  })
})
