import { createMeetings } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { afterEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { ignoreLeavingErrors } from '../../../../tests/browser/ignore-leaving-errors.ts'
import { mintToken } from '../../../../tests/browser/mint-token.ts'
import '../../../../tests/browser/emulator-for-tests.ts'
import type { CallController } from '../session/call-controller.ts'
import { createMeetingRuntime } from './create-meeting-runtime.ts'
import type { MeetingSettings } from './meeting-settings.ts'

ignoreLeavingErrors()

const ANA = '00000000-0000-4000-8000-00000000000a'
const BEN = '00000000-0000-4000-8000-00000000000b'
const emulator = inject('twilioEmulator')
const cleanups: (() => void)[] = []

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

/** A meeting that can be joined now, and people with the whole product between them and the emulator. */
function setUp() {
  const bookingId = crypto.randomUUID()
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const store = memoryStore({
    bookings: [
      {
        id: bookingId,
        organizationId: null,
        meetingTypeId: null,
        meetingTypeName: 'Consultation',
        hostId: BEN,
        hostName: 'Ben',
        customerId: ANA,
        customerName: 'Ana',
        customerEmail: null,
        startTime: inMinutes(-1),
        endTime: inMinutes(30),
        status: 'confirmed',
        metadata: {},
      },
    ],
  })
  const meetings = createMeetings({
    store,
    video: {
      async issueToken({ identity, roomName, ttlSeconds }) {
        // Two tokens of the same second must still be two.
        const claims = { jti: crypto.randomUUID() }
        const token = await mintToken({ ...emulator, identity, room: roomName, ttl: ttlSeconds, claims })
        return { token, expiresAt: new Date(Date.now() + ttlSeconds * 1_000) }
      },
      endRoom: async () => {},
    },
    authenticate: ({ request }) => {
      const id = request.headers.get('authorization')?.replace('Bearer ', '')
      return id ? { user: { id }, via: 'bearer' } : null
    },
  })
  const asked: string[] = []

  function person(id: string, settings: Partial<MeetingSettings> = {}) {
    const { calls } = createMeetingRuntime(() => ({
      getAccessToken: () => id,
      videoOptions: {
        wsServer: emulator.signalingUrl,
        logLevel: 'off',
        video: { width: 320, height: 240, frameRate: 10 },
      },
      fetch(input, init) {
        const url = new URL(String(input), location.origin)
        asked.push(`${id.slice(-1)} ${url.pathname.split('/').at(-1)}`)
        return meetings.fetch(new Request(url, init))
      },
      ...settings,
    }))
    cleanups.push(calls.destroy)
    return calls
  }
  const status = () => store.get(bookingId)?.status
  return { bookingId, person, asked, status }
}

const other = (calls: CallController) => {
  const { session } = calls.getState()
  return 'room' in session ? session.room.remotes[0] : undefined
}
const phase = (calls: CallController) => calls.getState().session.phase

async function eventually(hope: string, check: () => unknown): Promise<void> {
  await expect.poll(() => Boolean(check()), { timeout: 20_000, interval: 50, message: hope }).toBe(true)
}

function rest(path: string, form: Record<string, string>) {
  const authorization = `Basic ${btoa(`${emulator.apiKeySid}:${emulator.apiKeySecret}`)}`
  const body = new URLSearchParams(form)
  return fetch(`${emulator.url}${path}`, { method: 'POST', headers: { authorization }, body })
}

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
    await rest('/emulator/simulate/drop-socket', { identity: ANA, roomName: `meeting_${bookingId}` })
    await eventually('ana is back', () => phases.includes('reconnecting') && phase(ana) === 'connected')

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
