import { describe, expect, it } from 'vitest'
import { settled, setUpCall } from '../../test/call-for-tests.ts'
import { ticketOf } from './call-session.ts'
import { afterEnd } from './rejoin-policy.ts'

const MINUTE = 60_000

async function pass(call: ReturnType<typeof setUpCall>, ms: number) {
  call.clock.advance(ms)
  await settled()
}

describe('a room that is lost', () => {
  it('shows as reconnecting while the service restores it by itself', async () => {
    const call = setUpCall()
    await call.join()
    call.room.drop()
    expect(call.calls.getState().session).toMatchObject({ phase: 'reconnecting', because: 'network' })
    call.room.restore()
    expect(call.phase).toBe('connected')
    expect(call.room.requests).toHaveLength(1)
  })

  it('because the token expired is entered again with a fresh one and the same devices', async () => {
    const call = setUpCall()
    await call.join()
    const since = call.clock.now()
    const devices = call.media.live
    call.room.end({ kind: 'token-expired', vendorCode: 20104 })
    expect(call.calls.getState().session).toMatchObject({ phase: 'connected' })
    await settled()
    expect(call.calls.getState().session).toMatchObject({ phase: 'reconnecting', because: 'token' })
    await pass(call, 0)
    expect(call.calls.getState().session).toMatchObject({ phase: 'connected', since })
    expect(call.room.requests.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
    expect(call.media.asked).toBe(1)
    expect(call.media.live).toEqual(devices)
    expect(call.room.published?.camera).toBe(call.calls.getState().media.cameraTrack)
    expect(call.news).toEqual(['start 1'])
  })

  it('is entered with the token of the last refresh, without asking for another', async () => {
    const call = setUpCall()
    await call.join()
    await pass(call, 50 * MINUTE)
    call.room.end({ kind: 'token-expired' })
    await settled()
    await pass(call, 0)
    expect(call.room.requests[1]?.token).toBe('token-2')
    expect(call.asked).toEqual(['launchVideo', 'refreshToken'])
  })

  it('keeps mute and screen share', async () => {
    const call = setUpCall()
    await call.join()
    await call.calls.toggleMicrophone()
    await call.calls.toggleScreenShare()
    const screen = call.room.published?.screen
    call.room.end({ kind: 'connection-lost' })
    await settled()
    await pass(call, 0)
    expect(call.room.requests[1]?.isMuted).toBe(true)
    expect(call.room.published).toMatchObject({ isMuted: true })
    expect(call.room.published?.screen).toBe(screen)
  })

  it('is tried for about a minute, then the call fails with Retry and every device is off', async () => {
    const call = setUpCall()
    await call.join()
    for (let tries = 0; tries < 7; tries += 1) call.room.failNextConnect({ kind: 'connection-lost' })
    call.room.end({ kind: 'connection-lost', vendorCode: 53001 })
    await settled()
    for (const seconds of [0, 1, 2, 4, 8, 15, 30]) {
      expect(call.phase).toBe('reconnecting')
      await pass(call, seconds * 1_000)
    }
    expect(call.room.requests).toHaveLength(8)
    const problem = { code: 'ROOM_CONNECTION_LOST', retryable: true }
    expect(call.calls.getState().session).toMatchObject({ phase: 'failed', problem })
    expect(call.media.live).toEqual([])
    expect(call.news).toEqual(['start 1', 'end 1 failed'])
    expect(call.problems).toEqual(['ROOM_CONNECTION_LOST'])
  })

  it('is tried at once when the browser is back online', async () => {
    const call = setUpCall()
    await call.join()
    for (let tries = 0; tries < 4; tries += 1) call.room.failNextConnect({ kind: 'connection-lost' })
    call.room.end({ kind: 'connection-lost' })
    await settled()
    for (const seconds of [0, 1, 2, 4]) await pass(call, seconds * 1_000)
    call.page.wake()
    await settled()
    expect(call.phase).toBe('connected')
  })

  it('fails with the server’s reason when there is no fresh token to be had', async () => {
    const call = setUpCall()
    await call.join()
    call.client.failNext('refreshToken', { code: 'BOOKING_ENDED', retryable: false })
    call.room.end({ kind: 'token-expired' })
    await settled()
    await pass(call, 0)
    expect(call.calls.getState().session).toMatchObject({
      phase: 'failed',
      problem: { code: 'BOOKING_ENDED' },
    })
  })

  it('is not entered again after leaving', async () => {
    const call = setUpCall()
    await call.join()
    call.room.end({ kind: 'connection-lost' })
    await settled()
    await call.calls.leave()
    await pass(call, 120_000)
    expect(call.room.requests).toHaveLength(1)
    expect(call.phase).toBe('idle')
  })
})

describe('a first entrance that fails', () => {
  it('is tried twice more while the screen says "connecting", then fails', async () => {
    const call = setUpCall()
    for (let tries = 0; tries < 3; tries += 1) call.room.failNextConnect({ kind: 'connection-lost' })
    await call.join()
    await pass(call, 500)
    await pass(call, 2_000)
    expect(call.phases).toEqual(['idle', 'launching', 'connecting', 'failed'])
    expect(call.room.requests).toHaveLength(3)
    expect(call.news).toEqual([])
  })

  it('is mended by the second try', async () => {
    const call = setUpCall()
    call.room.failNextConnect({ kind: 'connection-lost' })
    await call.join()
    await pass(call, 500)
    expect(call.phases).toEqual(['idle', 'launching', 'connecting', 'connected'])
    expect(ticketOf(call.calls.getState().session)?.token).toBe('token-1')
  })
})

describe('what follows an end', () => {
  it.each(['left', 'completed', 'removed', 'other-tab', 'time-limit'] as const)('"%s" is an end', (kind) => {
    expect(afterEnd({ kind }, 0, true)).toEqual({ step: 'end' })
  })

  it.each([
    ['full', 'ROOM_FULL', true],
    ['not-open', 'ROOM_NOT_OPEN', true],
    ['refused', 'ROOM_REFUSED', false],
  ] as const)('"%s" is the failure %s', (kind, code, retryable) => {
    expect(afterEnd({ kind }, 0, true)).toEqual({ step: 'fail', problem: { code, retryable } })
  })
})
