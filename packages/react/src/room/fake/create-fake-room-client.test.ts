import { describe, expect, it } from 'vitest'
import type { RoomRequest } from '../room-client.ts'
import { createFakeRoomClient } from './create-fake-room-client.ts'
import { createFakeMediaTrack } from './fake-media-track.ts'

const request = (changes: Partial<RoomRequest> = {}): RoomRequest => ({
  token: 'token-1',
  roomName: 'meeting_1',
  tracks: { microphone: null, camera: null },
  signal: new AbortController().signal,
  ...changes,
})

describe('the fake room', () => {
  it('shows who is there, in order of arrival', async () => {
    const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
    const connection = await room.connect(request())
    room.join({ identity: 'kim', camera: 'off' })
    const { remotes } = connection.getSnapshot()
    expect(remotes.map((person) => person.identity)).toEqual(['sam', 'kim'])
    expect(remotes.map((person) => person.camera !== null)).toEqual([true, false])
  })

  it('gives a new object only to whom something happened', async () => {
    const room = createFakeRoomClient({ people: [{ identity: 'sam' }, { identity: 'kim' }] })
    const connection = await room.connect(request())
    const before = connection.getSnapshot()
    room.change('kim', { microphone: 'muted' })
    const after = connection.getSnapshot()
    expect(after.remotes[0]).toBe(before.remotes[0])
    expect(after.local).toBe(before.local)
    expect(after.remotes[1]?.microphone?.isEnabled).toBe(false)
    expect(after.remotes[1]?.camera).toBe(before.remotes[1]?.camera)
  })

  it('gives a shared screen its sound where it comes with one, for as long as it is shared', async () => {
    const room = createFakeRoomClient({ people: [{ identity: 'sam', isSharing: true }] })
    const connection = await room.connect(request())
    const soundOfScreen = () => connection.getSnapshot().remotes[0]?.screenAudio
    expect(soundOfScreen()).toBeNull()
    room.change('sam', { screenHasSound: true })
    expect(soundOfScreen()).toMatchObject({ kind: 'audio', isEnabled: true })
    room.change('sam', { isSharing: false })
    expect(soundOfScreen()).toBeNull()
  })

  it('records what is published and never stops a device', async () => {
    const room = createFakeRoomClient()
    const microphone = createFakeMediaTrack('audio')
    const camera = createFakeMediaTrack('video')
    const connection = await room.connect(request({ tracks: { microphone, camera: null } }))
    await connection.setCamera(camera)
    connection.setMuted(true)
    expect(room.published).toMatchObject({ microphone, camera, isMuted: true })
    expect(connection.getSnapshot().local.microphone?.isEnabled).toBe(false)
    connection.disconnect()
    expect(room.published).toBeNull()
    expect([microphone.readyState, camera.readyState]).toEqual(['live', 'live'])
  })

  it('rejects with left when the connect is aborted, and is not entered later', async () => {
    const room = createFakeRoomClient()
    const release = room.holdConnects()
    const abort = new AbortController()
    const entering = room.connect(request({ signal: abort.signal }))
    abort.abort()
    await expect(entering).rejects.toEqual({ kind: 'left' })
    release()
    expect(room.connection).toBeNull()
  })

  it('refuses one connect when told to', async () => {
    const room = createFakeRoomClient()
    room.failNextConnect({ kind: 'full', vendorCode: 53105 })
    await expect(room.connect(request())).rejects.toEqual({ kind: 'full', vendorCode: 53105 })
    await expect(room.connect(request())).resolves.toBeDefined()
  })

  it('ends the older stay when the same person enters again', async () => {
    const room = createFakeRoomClient()
    const first = await room.connect(request())
    await room.connect(request())
    expect(first.getSnapshot().end).toEqual({ kind: 'other-tab' })
    expect(room.connection?.getSnapshot().status).toBe('connected')
  })

  it('stays as it ended', async () => {
    const room = createFakeRoomClient()
    const connection = await room.connect(request())
    const seen: string[] = []
    connection.subscribe(() => seen.push(connection.getSnapshot().status))
    room.drop()
    room.restore()
    room.end({ kind: 'completed' })
    connection.disconnect()
    room.join({ identity: 'late' })
    expect(seen).toEqual(['reconnecting', 'connected', 'ended'])
    expect(connection.getSnapshot().end).toEqual({ kind: 'completed' })
  })
})

it('tells who speaks, how good a connection is, what is recorded and what was switched off', async () => {
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const connection = await room.connect({
    token: 'token',
    roomName: 'meeting_1',
    tracks: { microphone: null, camera: null },
    signal: new AbortController().signal,
  })
  room.speak('sam')
  room.record(true)
  room.change('sam', { networkQuality: 2, isSwitchedOff: true })
  const { dominantSpeakerSid, isRecording, remotes } = connection.getSnapshot()
  expect(dominantSpeakerSid).toBe(remotes[0]?.sid)
  expect(isRecording).toBe(true)
  expect(remotes[0]).toMatchObject({ networkQuality: 2, camera: { isSwitchedOff: true } })
  room.speak(null)
  expect(connection.getSnapshot().dominantSpeakerSid).toBeNull()
})

describe('the connection of the fake room', () => {
  const check = (changes: { signal?: AbortSignal; onStep?: (step: string) => void } = {}) => ({
    token: 'token-1',
    signal: new AbortController().signal,
    ...changes,
  })

  it('is good, or what the test says, found step by step', async () => {
    const room = createFakeRoomClient()
    const steps: string[] = []
    const request = check({ onStep: (step) => steps.push(step) })
    expect(await room.checkConnection(request)).toMatchObject({ quality: 'good' })
    expect(steps).toEqual(['reaching', 'connecting', 'measuring'])
    room.findConnection({ quality: 'none', problem: 'media-blocked' })
    expect(await room.checkConnection(check())).toEqual({ quality: 'none', problem: 'media-blocked' })
    expect([room.checks[0], room.openChecks]).toEqual([request, 0])
  })

  it('is checked for as long as it is held, or until the check is aborted', async () => {
    const room = createFakeRoomClient()
    const release = room.holdChecks('connecting')
    const abort = new AbortController()
    const [first, second] = [
      room.checkConnection(check({ signal: abort.signal })),
      room.checkConnection(check()),
    ]
    expect(room.openChecks).toBe(2)
    abort.abort()
    await expect(first).rejects.toEqual({ kind: 'left' })
    expect(room.openChecks).toBe(1)
    release()
    expect(await second).toMatchObject({ quality: 'good' })
    await expect(room.checkConnection(check({ signal: abort.signal }))).rejects.toEqual({ kind: 'left' })
  })
})

describe('messages in the fake room', () => {
  it('keeps what was said here and tells what others say', async () => {
    const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
    const connection = await room.connect(request())
    const heard: string[] = []
    const stop = connection.onMessage(({ identity, text }) => heard.push(`${identity}: ${text}`))
    room.say('sam', 'hello')
    expect(connection.send('hi')).toBe(true)
    stop()
    room.say('sam', 'still there?')
    expect(heard).toEqual(['sam: hello'])
    expect(room.sent).toEqual(['hi'])
    expect(() => room.say('kim', 'hello')).toThrow('Nobody called kim')
  })

  it('sends nothing that is too long, while reconnecting, or after the end', async () => {
    const room = createFakeRoomClient()
    const connection = await room.connect(request())
    expect(connection.send('€'.repeat(5_334))).toBe(false)
    expect(connection.send('€'.repeat(5_333))).toBe(true)
    room.drop()
    expect(connection.send('hi')).toBe(false)
    room.restore()
    expect(connection.send('hi')).toBe(true)
    connection.disconnect()
    expect(connection.send('hi')).toBe(false)
  })

  it('says who can be reached, now and later, each once', async () => {
    const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
    const connection = await room.connect(request())
    const reached: string[] = []
    connection.onReachable(({ identity }) => reached.push(identity))
    room.join({ identity: 'kim' })
    room.change('kim', { microphone: 'muted' })
    room.leave('kim')
    room.join({ identity: 'kim' })
    expect(reached).toEqual(['sam', 'kim', 'kim'])
  })
})
