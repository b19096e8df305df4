import { describe, expect, it } from 'vitest'
import { BOOKING, OTHER, settled, setUpCall } from '../../test/call-for-tests.ts'
import { ticketOf } from './call-session.ts'
import { refreshDueAt } from './token-life.ts'

const MINUTE = 60_000
type Call = ReturnType<typeof setUpCall>

const tokenIn = (call: Call) => ticketOf(call.calls.getState().session)?.token
const refreshes = (call: Call) => call.asked.filter((route) => route === 'refreshToken').length

async function pass(call: Call, ms: number) {
  call.clock.advance(ms)
  await settled()
}

describe('the token of an open call', () => {
  it('is renewed once, 50 minutes after it was issued, and the room is not touched', async () => {
    const call = setUpCall()
    await call.join()
    const { connection } = call.room
    await pass(call, 50 * MINUTE - 1)
    expect(refreshes(call)).toBe(0)
    await pass(call, 1)
    expect([refreshes(call), tokenIn(call)]).toEqual([1, 'token-2'])
    await pass(call, 50 * MINUTE - 1)
    expect(refreshes(call)).toBe(1)
    await pass(call, 1)
    expect([refreshes(call), tokenIn(call)]).toEqual([2, 'token-3'])
    expect(call.room.requests).toHaveLength(1)
    expect(call.room.connection).toBe(connection)
    expect(call.phases).toEqual(['idle', 'launching', 'connecting', 'connected'])
  })

  it('is renewed on waking when the computer slept through the moment, and only once', async () => {
    const call = setUpCall()
    await call.join()
    // Asleep, the clock goes on and no timer fires.
    call.clock.sync(new Date(call.clock.now() + 55 * MINUTE).toISOString(), call.clock.now())
    call.page.wake()
    call.page.wake()
    await settled()
    call.page.wake()
    await settled()
    expect([refreshes(call), tokenIn(call)]).toEqual([1, 'token-2'])
  })

  it('is renewed within half a minute of the moment also when nothing wakes the page', async () => {
    const call = setUpCall()
    await call.join()
    call.clock.sync(new Date(call.clock.now() + 55 * MINUTE).toISOString(), call.clock.now())
    await pass(call, 30_000)
    expect(refreshes(call)).toBe(1)
  })

  it('is asked for again, more and more slowly, until it comes; the call goes on untouched', async () => {
    const call = setUpCall()
    await call.join()
    for (let failure = 0; failure < 4; failure += 1)
      call.client.failNext('refreshToken', { code: 'NETWORK_UNREACHABLE' })
    await pass(call, 50 * MINUTE)
    expect(refreshes(call)).toBe(1)
    for (const wait of [5, 10, 20, 40]) {
      const before = refreshes(call)
      await pass(call, wait * 1_000 - 1)
      expect(refreshes(call)).toBe(before)
      await pass(call, 1)
      expect(refreshes(call)).toBe(before + 1)
    }
    expect(tokenIn(call)).toBe('token-2')
    expect(call.phase).toBe('connected')
    expect(call.problems).toEqual([])
  })

  it('is not asked for again when the server has said a final no', async () => {
    const call = setUpCall()
    await call.join()
    call.client.failNext('refreshToken', { code: 'BOOKING_ENDED', retryable: false })
    await pass(call, 50 * MINUTE)
    await pass(call, 60 * MINUTE)
    expect([refreshes(call), call.phase]).toEqual([1, 'connected'])
  })

  it('is no longer renewed after leaving, and a late answer changes nothing', async () => {
    const call = setUpCall()
    await call.join()
    const answer = call.client.hold('refreshToken')
    await pass(call, 50 * MINUTE)
    await call.calls.leave()
    answer()
    await pass(call, 120 * MINUTE)
    expect([refreshes(call), call.phase]).toEqual([1, 'idle'])
  })

  it('is asked for once by all who want it at the same time', async () => {
    const call = setUpCall()
    await call.join()
    const answer = call.client.hold('refreshToken')
    const wanted = [call.calls.refreshToken(BOOKING), call.calls.refreshToken(BOOKING)]
    await pass(call, 50 * MINUTE)
    call.page.wake()
    answer()
    await Promise.all(wanted)
    expect([refreshes(call), tokenIn(call)]).toEqual([1, 'token-2'])
  })

  it('is renewed on demand for the open booking, and for no other', async () => {
    const call = setUpCall()
    await call.calls.refreshToken(BOOKING)
    expect(refreshes(call)).toBe(0)
    await call.join()
    await call.calls.refreshToken(OTHER)
    await call.calls.refreshToken(BOOKING)
    expect([refreshes(call), tokenIn(call)]).toEqual([1, 'token-2'])
    call.client.failNext('refreshToken', { code: 'BOOKING_CANCELLED', retryable: false })
    await call.calls.refreshToken(BOOKING)
    expect(call.problems).toEqual(['BOOKING_CANCELLED'])
    expect(tokenIn(call)).toBe('token-2')
  })
})

describe('a token’s moment', () => {
  const issuedAt = Date.parse('2026-11-22T14:00:00.000Z')
  it.each([
    ['an hour', '2026-11-22T15:00:00.000Z', 50],
    ['half an hour', '2026-11-22T14:30:00.000Z', 25],
    ['four hours', '2026-11-22T18:00:00.000Z', 200],
    ['unknown', undefined, 50],
  ])('is right for a life of %s', (_life, expiresAt, minutes) => {
    expect(refreshDueAt(issuedAt, expiresAt)).toBe(issuedAt + minutes * MINUTE)
  })
})

describe('names', () => {
  it('are asked for once when somebody unknown enters, and together for a group', async () => {
    const call = setUpCall()
    await call.join()
    call.room.join({ identity: 'ben' })
    await pass(call, 1_000)
    expect(refreshes(call)).toBe(0)
    call.room.join({ identity: 'cleo' })
    call.room.join({ identity: 'dan' })
    await pass(call, 299)
    expect(refreshes(call)).toBe(0)
    await pass(call, 1)
    call.room.change('cleo', { microphone: 'muted' })
    call.room.leave('dan')
    call.room.join({ identity: 'dan' })
    await pass(call, 10_000)
    expect(refreshes(call)).toBe(1)
  })

  it('that come with a renewal are known from then on', async () => {
    const call = setUpCall()
    await call.join()
    const people = [{ identity: 'cleo', name: 'Cleo', role: 'guest' as const }]
    const { refreshToken } = call.client
    call.client.refreshToken = async (...args) => {
      const answer = await refreshToken(...args)
      return answer.ok ? { ok: true, value: { ...answer.value, participants: people } } : answer
    }
    call.room.join({ identity: 'cleo' })
    await pass(call, 300)
    const names = ticketOf(call.calls.getState().session)?.participants?.map(({ name }) => name)
    expect(names).toContain('Ben')
    expect(names).toContain('Cleo')
  })
})
