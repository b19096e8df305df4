import * as Video from 'twilio-video'
import { afterEach, describe, expect, it } from 'vitest'
import type { RoomInspection } from '../src/inspector/inspect-rooms.ts'
import { eventually, nextEvent, remote, remoteTracks, seesPicture } from './eventually.ts'
import { arrive, camera, leaveAll, newRoomName, rest } from './people.ts'

afterEach(leaveAll)

async function aliceAndBob() {
  const room = newRoomName()
  return [await arrive({ identity: 'alice', room }), await arrive({ identity: 'bob', room })] as const
}

describe('two people in a room', () => {
  it('see each other moving and get each other’s sound', async () => {
    const [alice, bob] = await aliceAndBob()
    await seesPicture(alice, 'bob')
    await seesPicture(bob, 'alice')
    await eventually('alice gets the sound of bob', () => remoteTracks(alice, 'bob', 'audio').length === 1)
    await eventually('bob gets the sound of alice', () => remoteTracks(bob, 'alice', 'audio').length === 1)
    expect(alice.sid).toBe(bob.sid)
    expect(remote(alice, 'bob')?.state).toBe('connected')
  })

  it('see each other with all that an app for many people asks for', async () => {
    const room = newRoomName()
    const options: Video.ConnectOptions = {
      dominantSpeaker: true,
      networkQuality: { local: 1, remote: 1 },
      preferredVideoCodecs: 'auto',
      bandwidthProfile: { video: { mode: 'collaboration', trackSwitchOffMode: 'predicted' } },
    }
    const alice = await arrive({ identity: 'alice', room, options })
    const bob = await arrive({ identity: 'bob', room, options: { ...options, iceServers: [] } })
    await seesPicture(alice, 'bob')
    await seesPicture(bob, 'alice')
    const [ofAlice, ofBob] = [await camera('second'), await camera('second')]
    await Promise.all([
      alice.localParticipant.publishTrack(ofAlice),
      bob.localParticipant.publishTrack(ofBob),
    ])
    await seesPicture(alice, 'bob', 1)
    await seesPicture(bob, 'alice', 1)
    await eventually('they have nothing more to negotiate', () => isSilent(alice.sid))
  })

  it('see when the other mutes and unmutes', async () => {
    const [alice, bob] = await aliceAndBob()
    await eventually('alice gets the sound of bob', () => remoteTracks(alice, 'bob', 'audio').length === 1)
    const [sound] = remoteTracks(alice, 'bob', 'audio')
    const [microphone] = [...bob.localParticipant.audioTracks.values()]
    microphone?.track.disable()
    await eventually('alice sees that bob is muted', () => sound?.kind === 'audio' && !sound.isEnabled)
    microphone?.track.enable()
    await eventually('alice sees that bob is not', () => sound?.kind === 'audio' && sound.isEnabled)
  })

  it('see the other turn the camera off and on again', async () => {
    const [alice, bob] = await aliceAndBob()
    await seesPicture(alice, 'bob')
    const [publication] = [...bob.localParticipant.videoTracks.values()]
    publication?.unpublish()
    await eventually('the picture is gone', () => remote(alice, 'bob')?.videoTracks.size === 0)
    expect(remote(alice, 'bob')?.audioTracks.size).toBe(1)
    await bob.localParticipant.publishTrack(await camera())
    await seesPicture(alice, 'bob')
  })

  it('see a second picture next to the camera, as a shared screen is', async () => {
    const [alice, bob] = await aliceAndBob()
    await seesPicture(alice, 'bob')
    const published = await bob.localParticipant.publishTrack(await camera('screen'))
    expect(published.trackSid).toMatch(/^MT[0-9a-f]{32}$/)
    await seesPicture(alice, 'bob', 1)
    const names = [...(remote(alice, 'bob')?.videoTracks.values() ?? [])].map(({ trackName }) => trackName)
    expect(names).toContain('screen')
    published.unpublish()
    await eventually('only the camera is left', () => remote(alice, 'bob')?.videoTracks.size === 1)
  })

  it('settle when both publish at the same instant', async () => {
    const [alice, bob] = await aliceAndBob()
    await seesPicture(alice, 'bob')
    const [ofAlice, ofBob] = [await camera('second'), await camera('second')]
    await Promise.all([
      alice.localParticipant.publishTrack(ofAlice),
      bob.localParticipant.publishTrack(ofBob),
    ])
    await seesPicture(alice, 'bob', 1)
    await seesPicture(bob, 'alice', 1)
    await eventually('they have nothing more to negotiate', () => isSilent(alice.sid))
  })

  it('exchange messages on data tracks, both ways', async () => {
    const room = newRoomName()
    const fromAlice = new Video.LocalDataTrack({ name: 'chat' })
    const fromBob = new Video.LocalDataTrack({ name: 'chat' })
    const alice = await arrive({ identity: 'alice', room, tracks: [fromAlice] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    await bob.localParticipant.publishTrack(fromBob)
    expect(await hears(bob, 'alice', fromAlice, 'hello bob')).toBe('hello bob')
    expect(await hears(alice, 'bob', fromBob, 'hello alice')).toBe('hello alice')
  })

  it('learn that the other left, with the tracks still in view', async () => {
    const [alice, bob] = await aliceAndBob()
    await seesPicture(alice, 'bob')
    const left = nextEvent<[Video.RemoteParticipant]>(alice, 'participantDisconnected')
    bob.disconnect()
    const [gone] = await left
    expect(gone.identity).toBe('bob')
    expect(gone.tracks.size).toBe(2)
    expect(alice.participants.size).toBe(0)
  })
})

/** Whether nothing was said in a room for half a second. */
async function isSilent(roomSid: string): Promise<boolean> {
  const before = await messageCount(roomSid)
  await new Promise((resolve) => setTimeout(resolve, 500))
  return (await messageCount(roomSid)) === before
}

async function messageCount(roomSid: string): Promise<number> {
  const { body } = await rest('GET', '/emulator/rooms')
  const rooms: RoomInspection[] = body.rooms
  const participants = rooms.find(({ sid }) => sid === roomSid)?.participants ?? []
  return participants.reduce((sum, { messages }) => sum + messages.received, 0)
}

/** What arrives first of a message said again and again, until the channel is open. */
async function hears(room: Video.Room, from: string, said: Video.LocalDataTrack, message: string) {
  await eventually(`the data track of ${from} arrives`, () => remoteTracks(room, from, 'data').length === 1)
  const [track] = remoteTracks(room, from, 'data')
  let heard: unknown
  if (track?.kind === 'data') track.once('message', (data) => (heard = data))
  await eventually(`the message of ${from} arrives`, () => {
    said.send(message)
    return heard !== undefined
  })
  return heard
}
