import { describe, expect, it } from 'vitest'
import { BOOKING, OTHER, settled, setUpCall } from '../../test/call-for-tests.ts'

const offline = { code: 'NETWORK_UNREACHABLE' as const, retryable: true }

describe('leaving', () => {
  it('closes the screen at once, leaves the room, stops every device and tells the server', async () => {
    const call = setUpCall()
    await call.join()
    await call.calls.toggleScreenShare()
    expect(call.media.live).toHaveLength(3)
    const left = call.calls.leave()
    expect(call.phase).toBe('idle')
    expect(call.room.connection).toBeNull()
    expect(call.media.live).toEqual([])
    await left
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo'])
    expect(call.news).toEqual(['start 1', 'end 1 left'])
    expect([call.page.listeners, call.clock.waiting]).toEqual([0, 0])
  })

  it('twice tells the server once', async () => {
    const call = setUpCall()
    await call.join()
    await Promise.all([call.calls.leave(), call.calls.leave()])
    await call.calls.leave()
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo'])
    expect(call.news).toEqual(['start 1', 'end 1 left'])
  })

  it('while the server is being asked takes the launch back', async () => {
    const call = setUpCall()
    const answer = call.client.hold('launchVideo')
    const launched = call.calls.launch(BOOKING)
    void call.calls.leave()
    answer()
    expect(await launched).toMatchObject({ ok: false, problem: { code: 'SUPERSEDED' } })
    await settled()
    expect(call.phase).toBe('idle')
    expect(call.media.live).toEqual([])
    expect(call.room.requests).toEqual([])
    expect(call.problems).toEqual([])
  })

  it('while connecting aborts the connect: nobody enters later', async () => {
    const call = setUpCall()
    const openDoor = call.room.holdConnects()
    await call.join()
    expect(call.phase).toBe('connecting')
    await call.calls.leave()
    openDoor()
    await settled()
    expect(call.room.requests[0]?.signal.aborted).toBe(true)
    expect(call.room.connection).toBeNull()
    expect([call.phase, call.media.live.length, call.news]).toEqual(['idle', 0, []])
  })

  it('is told again in the background when the server could not be reached', async () => {
    const call = setUpCall()
    await call.join()
    call.client.failNext('leaveVideo', offline)
    call.client.failNext('leaveVideo', offline)
    await call.calls.leave()
    call.clock.advance(2_000)
    await settled()
    call.clock.advance(5_000)
    await settled()
    call.clock.advance(600_000)
    await settled()
    expect(call.asked.filter((route) => route === 'leaveVideo')).toHaveLength(3)
  })

  it('is not told late to somebody who came back meanwhile', async () => {
    const call = setUpCall()
    await call.join()
    call.client.failNext('leaveVideo', offline)
    await call.calls.leave()
    await call.join()
    call.clock.advance(60_000)
    await settled()
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo', 'launchVideo'])
    expect(call.phase).toBe('connected')
  })

  it('that fails only after somebody came back is not told again', async () => {
    const call = setUpCall()
    await call.join()
    const answer = call.client.hold('leaveVideo')
    call.client.failNext('leaveVideo', offline)
    void call.calls.leave()
    void call.calls.launch(BOOKING)
    call.clock.advance(3_000)
    await settled()
    answer()
    await settled()
    call.clock.advance(60_000)
    await settled()
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo', 'launchVideo'])
    expect(call.phase).toBe('connected')
  })

  it('while connecting leaves also a room that was entered in spite of it', async () => {
    let enter = () => {}
    const call = setUpCall({
      loadRoomClient: async () => ({
        ...call.room,
        async connect(request) {
          await new Promise<void>((resolve) => {
            enter = resolve
          })
          return call.room.connect({ ...request, signal: new AbortController().signal })
        },
      }),
    })
    await call.join()
    await call.calls.leave()
    enter()
    await settled()
    expect(call.room.requests).toHaveLength(1)
    expect(call.room.connection).toBeNull()
    expect([call.phase, call.media.live.length, call.news]).toEqual(['idle', 0, []])
  })

  it('comes before the launch that follows it, but a server that hangs holds nobody for long', async () => {
    const call = setUpCall()
    await call.join()
    call.client.hold('leaveVideo')
    void call.calls.leave()
    void call.calls.launch(OTHER)
    await settled()
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo'])
    call.clock.advance(3_000)
    await settled()
    expect(call.asked).toEqual(['launchVideo', 'leaveVideo', 'launchVideo'])
    expect(call.phase).toBe('connected')
  })
})

describe('a page that goes away', () => {
  it('leaves with one keep-alive request and stops everything', async () => {
    const call = setUpCall()
    const keptAlive: unknown[] = []
    const { leaveVideo } = call.client
    call.client.leaveVideo = (bookingId, options) => {
      keptAlive.push([bookingId, options])
      return leaveVideo(bookingId, options)
    }
    await call.join()
    call.page.hide()
    expect(keptAlive).toEqual([[BOOKING, { keepAlive: true }]])
    expect([call.phase, call.room.connection, call.media.live]).toEqual(['idle', null, []])
    expect(call.page.listeners).toBe(0)
  })

  it('leaves nobody behind when the provider unmounts at any moment', async () => {
    for (const moment of ['launching', 'connecting', 'connected'] as const) {
      const call = setUpCall()
      const answer = moment === 'launching' ? call.client.hold('launchVideo') : () => {}
      const openDoor = moment === 'connecting' ? call.room.holdConnects() : () => {}
      void call.calls.launch(BOOKING)
      await settled()
      expect(call.phase).toBe(moment)
      call.calls.destroy()
      call.calls.destroy()
      answer()
      openDoor()
      await settled()
      expect([call.phase, call.room.connection, call.media.live]).toEqual(['idle', null, []])
      expect(call.asked).toEqual(['launchVideo', 'leaveVideo'])
    }
  })
})

describe('a room that ends', () => {
  it.each([
    ['other-tab', false],
    ['completed', false],
    ['removed', true],
    ['time-limit', true],
  ] as const)('with "%s" ends the call; the server is told at once: %s', async (kind, isTold) => {
    const call = setUpCall()
    await call.join()
    call.room.end({ kind })
    await settled()
    expect(call.calls.getState().session).toMatchObject({ phase: 'ended', end: { kind } })
    expect(call.media.live).toEqual([])
    expect(call.news).toEqual(['start 1', `end 1 ${kind}`])
    const asked = isTold ? ['launchVideo', 'leaveVideo'] : ['launchVideo']
    expect(call.asked).toEqual(asked)
    call.clock.advance(600_000)
    await settled()
    expect(call.room.requests).toHaveLength(1)
    call.calls.dismiss()
    await settled()
    expect(call.phase).toBe('idle')
    expect(call.asked).toEqual(asked)
    expect(call.news).toHaveLength(2)
  })

  it('can be entered again with a click: the same booking is launched anew', async () => {
    const call = setUpCall()
    await call.join()
    call.room.end({ kind: 'other-tab' })
    await settled()
    expect(await call.calls.launch(BOOKING)).toEqual({ ok: true, bookingId: BOOKING })
    await settled()
    expect(call.phases.slice(-3)).toEqual(['ended', 'connecting', 'connected'])
    expect(call.room.requests[1]?.token).toBe('token-2')
    expect(call.news).toEqual(['start 1', 'end 1 other-tab', 'start 1'])
  })
})
