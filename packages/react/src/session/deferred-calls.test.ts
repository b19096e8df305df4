import { describe, expect, it } from 'vitest'
import { BOOKING, OTHER, settled, setUpCall } from '../../test/call-for-tests.ts'
import { createDeferredCalls } from './deferred-calls.ts'

/** A call whose code arrives when `arrive` is called, or never when `fail` is. */
function setUp() {
  const real = setUpCall()
  const idleTasks: (() => void)[] = []
  let loads = 0
  let arrive = () => {}
  let fail = () => {}
  const calls = createDeferredCalls(
    () => {
      loads += 1
      return new Promise((resolve, reject) => {
        arrive = () => resolve(real.calls)
        fail = () => reject(new TypeError('Failed to fetch dynamically imported module'))
      })
    },
    (task) => idleTasks.push(task),
  )
  const phases: string[] = [calls.getState().session.phase]
  calls.subscribe(() => {
    const { phase } = calls.getState().session
    if (phase !== phases.at(-1)) phases.push(phase)
  })
  return {
    calls,
    real,
    phases,
    loads: () => loads,
    idle: () => idleTasks.splice(0).map((task) => task()),
    async arrive() {
      arrive()
      await settled()
    },
    async fail() {
      fail()
      await settled()
    },
  }
}

describe('a call whose code is not here yet', () => {
  it('shows the click at once, and goes on as the real call when the code arrives', async () => {
    const { calls, real, phases, arrive } = setUp()
    const launched = calls.launch(BOOKING)
    expect(calls.getState().session).toMatchObject({ phase: 'launching', bookingId: BOOKING })
    expect(real.asked).toEqual([])
    await arrive()
    expect(await launched).toEqual({ ok: true, bookingId: BOOKING })
    expect(phases).toEqual(['idle', 'launching', 'connecting', 'connected'])
    expect(calls.getState()).toBe(real.calls.getState())
  })

  it('is fetched, with SDK and call screen, when a pointer reaches the button', async () => {
    const { calls, real, loads, arrive } = setUp()
    calls.prepare?.()
    await arrive()
    expect([loads(), real.loads, real.preloads]).toEqual([1, 1, 1])
    expect([calls.getState().session.phase, real.media.asked, real.asked]).toEqual(['idle', 0, []])
  })

  it('has no connection to check yet', async () => {
    const { calls, loads } = setUp()
    expect(await calls.checkConnection({ signal: new AbortController().signal })).toBeNull()
    expect(loads()).toBe(0)
  })

  it('is fetched once when the page is idle, and a click then starts in the same breath', async () => {
    const { calls, real, loads, idle, arrive } = setUp()
    calls.preload?.()
    calls.preload?.()
    expect(loads()).toBe(0)
    idle()
    await arrive()
    expect(loads()).toBe(1)
    void calls.launch(BOOKING)
    expect(real.asked).toEqual(['launchVideo'])
  })

  it('is one launch for two clicks, and the last booking wins', async () => {
    const twice = setUp()
    const both = [twice.calls.launch(BOOKING), twice.calls.launch(BOOKING)]
    await twice.arrive()
    expect(await Promise.all(both)).toEqual([
      { ok: true, bookingId: BOOKING },
      { ok: true, bookingId: BOOKING },
    ])
    expect(twice.real.asked).toEqual(['launchVideo'])

    const other = setUp()
    const first = other.calls.launch(BOOKING)
    const second = other.calls.launch(OTHER)
    await other.arrive()
    expect(await first).toMatchObject({ problem: { code: 'SUPERSEDED' } })
    expect(await second).toEqual({ ok: true, bookingId: OTHER })
  })

  it.each(['leave', 'destroy'] as const)('can be taken back by %s: nothing starts later', async (action) => {
    const { calls, real, phases, arrive } = setUp()
    const launched = calls.launch(BOOKING)
    void calls[action]()
    await arrive()
    expect(await launched).toMatchObject({ problem: { code: 'SUPERSEDED' } })
    expect(phases).toEqual(['idle', 'launching', 'idle'])
    expect([real.asked, real.media.tracks]).toEqual([[], []])
  })

  it('that cannot be fetched is a refused launch, and the next click fetches again', async () => {
    const { calls, phases, loads, fail, arrive } = setUp()
    const launched = calls.launch(BOOKING)
    await fail()
    const problem = { code: 'VIDEO_CODE_UNREACHABLE', retryable: true }
    expect(await launched).toEqual({ ok: false, problem })
    expect(phases).toEqual(['idle', 'launching', 'idle'])
    void calls.launch(BOOKING)
    await arrive()
    expect([loads(), calls.getState().session.phase]).toEqual([2, 'connected'])
  })

  it('opens with a ticket of the host’s own, once for twice', async () => {
    const { calls, real, phases, arrive } = setUp()
    const ticket = { token: 'own', roomName: 'meeting_1', participantName: 'Ana', bookingId: BOOKING }
    calls.start(ticket)
    calls.start(ticket)
    await arrive()
    expect(phases).toEqual(['idle', 'connecting', 'connected'])
    expect(real.room.requests).toHaveLength(1)
  })

  it('has nothing to mute, refresh, dismiss or try again', async () => {
    const { calls, loads } = setUp()
    calls.dismiss()
    await calls.toggleMicrophone()
    await calls.toggleCamera()
    await calls.toggleScreenShare()
    await calls.refreshToken(BOOKING)
    expect(await calls.retry()).toMatchObject({ ok: false })
    expect([loads(), calls.getState().session]).toEqual([0, { phase: 'idle' }])
  })

  it('passes everything on when it is here', async () => {
    const { calls, real, arrive } = setUp()
    void calls.launch(BOOKING)
    await arrive()
    await calls.toggleMicrophone()
    await calls.toggleCamera()
    await calls.toggleScreenShare()
    await calls.refreshToken(BOOKING)
    const { isMuted, camera, screen } = calls.getState().media
    expect([isMuted, camera.status, screen.status]).toEqual([true, 'off', 'on'])
    await calls.leave()
    expect(real.asked).toEqual(['launchVideo', 'refreshToken', 'leaveVideo'])
  })
})
