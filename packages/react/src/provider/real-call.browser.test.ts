import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { ANA, BEN, endCalls, eventually, other, phase, rest, setUp } from '../../test/real-meeting.ts'

afterEach(endCalls)

describe('two people and the whole product', () => {
  it('join from a booking, meet, mute, refresh, lose a socket and leave', async () => {
    const { bookingId, person, asked, status } = setUp()
    const news: string[] = []
    const ana = person(ANA, {
      onCallStart: () => news.push('start'),
      onCallEnd: ({ reason }) => news.push(`end ${reason}`),
    })
    const ben = person(BEN)
    expect(await ana.launch(bookingId)).toEqual({ ok: true, bookingId })
    expect(await ben.launch(bookingId)).toEqual({ ok: true, bookingId })
    await eventually('ana sees ben', () => other(ana)?.camera?.isReady && other(ana)?.microphone?.isReady)
    await eventually('ben sees ana', () => other(ben)?.camera?.isReady && other(ben)?.microphone?.isReady)
    expect(status()).toBe('in_progress')

    await ana.toggleMicrophone()
    await eventually('ben sees the mute', () => other(ben)?.microphone?.isEnabled === false)
    await ana.toggleCamera()
    await eventually('ben sees no camera', () => other(ben)?.camera === null)
    await ana.toggleCamera()
    await eventually('ben sees the camera again', () => other(ben)?.camera?.isReady)

    const session = ana.getState().session
    const room = 'room' in session ? session.room.sid : undefined
    const before = 'ticket' in session ? session.ticket.token : undefined
    await ana.refreshToken(bookingId)
    const refreshed = ana.getState().session
    expect('ticket' in refreshed && refreshed.ticket.token).not.toBe(before)
    expect(refreshed).toMatchObject({ phase: 'connected', room: { sid: room } })

    const phases: string[] = []
    const unsubscribe = ana.subscribe(() => phases.push(phase(ana)))
    onTestFinished(unsubscribe)
    const roomName = `meeting_${bookingId}`
    await rest('/emulator/simulate/drop-socket', { identity: ANA, roomName, forMs: '500' })
    await eventually('ana is back', () => phases.includes('reconnecting') && phases.at(-1) === 'connected')

    const track = ana.getState().media.cameraTrack
    await ana.leave()
    expect([phase(ana), track?.readyState]).toEqual(['idle', 'ended'])
    await eventually('ben is alone', () => other(ben) === undefined)
    expect(status()).toBe('in_progress')
    await ben.leave()
    expect(status()).toBe('completed')
    expect(news).toEqual(['start', 'end left'])
    expect(asked.filter((route) => route.endsWith('leave-video'))).toEqual(['a leave-video', 'b leave-video'])
  })

  it('are told apart from the same person in a second tab, who takes the call over', async () => {
    const { bookingId, person, status } = setUp()
    const tab = person(ANA)
    const secondTab = person(ANA)
    await tab.launch(bookingId)
    await eventually('the first tab is in', () => phase(tab) === 'connected')
    await secondTab.launch(bookingId)
    await eventually('the first tab has ended', () => phase(tab) === 'ended')
    expect(tab.getState().session).toMatchObject({ end: { kind: 'other-tab' } })
    await eventually('the second tab is in', () => phase(secondTab) === 'connected')
    tab.dismiss()
    expect(status()).toBe('in_progress')
    expect(phase(secondTab)).toBe('connected')
  })

  it('can come back with a click after being removed', async () => {
    const { bookingId, person } = setUp()
    const ana = person(ANA)
    await ana.launch(bookingId)
    await eventually('ana is in', () => phase(ana) === 'connected')
    const track = ana.getState().media.cameraTrack
    await rest(`/v1/Rooms/meeting_${bookingId}/Participants/${ANA}`, { Status: 'disconnected' })
    await eventually('ana was removed', () => phase(ana) === 'ended')
    expect(track?.readyState).toBe('ended')
    expect(await ana.retry()).toEqual({ ok: true, bookingId })
    await eventually('ana is back', () => phase(ana) === 'connected')
  })

  it('choose another microphone in the call: the other hears it, and nobody leaves the room', async () => {
    const { bookingId, person } = setUp()
    const ana = person(ANA, { lobby: true })
    const ben = person(BEN)
    await Promise.all([ana.launch(bookingId), ben.launch(bookingId)])
    await eventually('ben is in', () => phase(ben) === 'connected')
    await eventually('ana sees herself', () => ana.getState().media.camera.status === 'on')
    expect([phase(ana), other(ben)]).toEqual(['lobby', undefined])
    const { cameraTrack, microphoneTrack } = ana.getState().media
    ana.enter()
    await eventually('ben hears ana', () => other(ben)?.microphone?.isReady)
    expect(ana.getState().media).toMatchObject({ cameraTrack, microphoneTrack })

    const { available, using } = ana.getState().media.devices
    const another = available.microphone.find(({ id }) => id !== using.microphone)
    if (!another) throw new Error('The browser needs two microphones for this.')
    const before = { sid: other(ben)?.microphone?.sid, person: other(ben)?.sid }
    await ana.chooseDevice('microphone', another.id)
    await eventually('ben hears the other microphone', () => {
      const microphone = other(ben)?.microphone
      return microphone?.isReady && microphone.sid !== before.sid
    })
    expect([other(ben)?.sid, phase(ana)]).toEqual([before.person, 'connected'])
    expect(ana.getState().media.devices.using.microphone).toBe(another.id)
    localStorage.clear()
  })

  it('leave the lobby: the server counts them out, and every device is off', async () => {
    const { bookingId, person, asked, status } = setUp()
    const ana = person(ANA, { lobby: true })
    await ana.launch(bookingId)
    await eventually('ana sees herself', () => ana.getState().media.camera.status === 'on')
    const { cameraTrack, microphoneTrack } = ana.getState().media
    await ana.leave()
    expect([cameraTrack?.readyState, microphoneTrack?.readyState]).toEqual(['ended', 'ended'])
    expect(asked).toEqual(['a launch-video', 'a leave-video'])
    expect(status()).not.toBe('in_progress')
  })
})
