import type * as Video from 'twilio-video'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually, nextEvent, remote, remoteTracks, seesPicture } from './eventually.ts'
import { arrive, camera, leaveAll, newGroupRoom, newRoomName, simulate } from './people.ts'

afterEach(leaveAll)

const EVERYTHING: Video.ConnectOptions = {
  dominantSpeaker: true,
  networkQuality: { local: 1, remote: 1 },
}

describe('a group room', () => {
  it('tells who is the dominant speaker, and when nobody is', async () => {
    const room = await newGroupRoom()
    const alice = await arrive({ identity: 'alice', room, tracks: [], options: EVERYTHING })
    const bob = await arrive({ identity: 'bob', room, tracks: [await camera()], options: EVERYTHING })
    const heard: (string | null)[] = []
    alice.on('dominantSpeakerChanged', (speaker) => heard.push(speaker?.identity ?? null))
    await eventually('alice sees bob', () => remote(alice, 'bob'))
    await simulate.dominantSpeaker(room, 'bob')
    await eventually('alice is told that bob speaks', () => alice.dominantSpeaker?.identity === 'bob')
    await simulate.dominantSpeaker(room, null)
    await eventually('alice is told that nobody speaks', () => alice.dominantSpeaker === null)
    expect(heard).toEqual(['bob', null])
    await seesPicture(alice, 'bob')
    expect(bob.dominantSpeaker).toBeNull()
  })

  it('tells who comes late who speaks', async () => {
    const room = await newGroupRoom()
    await arrive({ identity: 'bob', room, tracks: [], options: EVERYTHING })
    await simulate.dominantSpeaker(room, 'bob')
    const alice = await arrive({ identity: 'alice', room, tracks: [], options: EVERYTHING })
    await eventually('alice is told that bob speaks', () => alice.dominantSpeaker?.identity === 'bob')
  })

  it('hears who speaks, and who is muted', async () => {
    const room = await newGroupRoom()
    const alice = await arrive({ identity: 'alice', room, tracks: [], options: EVERYTHING })
    const bob = await arrive({ identity: 'bob', room, options: EVERYTHING })
    await eventually('alice is told that bob speaks', () => alice.dominantSpeaker?.identity === 'bob')
    for (const { track } of bob.localParticipant.audioTracks.values()) track.disable()
    await eventually('alice is told that nobody speaks', () => alice.dominantSpeaker === null)
    for (const { track } of bob.localParticipant.audioTracks.values()) track.enable()
    await eventually('alice is told that bob speaks again', () => alice.dominantSpeaker?.identity === 'bob')
    await simulate.dominantSpeaker(room, null)
    await eventually('alice is told otherwise', () => alice.dominantSpeaker === null)
    await simulate.followSpeakers(room)
    await eventually('bob is listened to again', () => alice.dominantSpeaker?.identity === 'bob')
  })

  it('tells how good the networks are: one’s own and that of others', async () => {
    const room = await newGroupRoom()
    const alice = await arrive({ identity: 'alice', room, options: EVERYTHING })
    const bob = await arrive({ identity: 'bob', room, options: EVERYTHING })
    await eventually('alice has a level', () => alice.localParticipant.networkQualityLevel)
    await eventually('bob has a level', () => remote(alice, 'bob')?.networkQualityLevel)
    expect(alice.localParticipant.networkQualityLevel).toBeGreaterThanOrEqual(3)
    await simulate.networkQuality(room, 'bob', 1)
    await eventually('bob sees it', () => bob.localParticipant.networkQualityLevel === 1)
    await eventually('alice sees it', () => remote(alice, 'bob')?.networkQualityLevel === 1)
    await simulate.networkQuality(room, 'bob', null)
    await eventually('it gets better', () => Number(remote(alice, 'bob')?.networkQualityLevel) > 1)
  })

  it('goes into detail about networks when it is asked to', async () => {
    const room = await newGroupRoom()
    const options: Video.ConnectOptions = { networkQuality: { local: 2, remote: 2 } }
    const alice = await arrive({ identity: 'alice', room, tracks: [], options })
    await arrive({ identity: 'bob', room, tracks: [], options })
    await simulate.networkQuality(room, 'bob', 2)
    await eventually('alice sees it', () => remote(alice, 'bob')?.networkQualityLevel === 2)
    expect(remote(alice, 'bob')?.networkQualityStats?.audio).toMatchObject({ send: 2, recv: 2 })
    expect(alice.localParticipant.networkQualityStats?.video).toMatchObject({ send: expect.any(Number) })
  })

  it('switches tracks off and on again, for one or for all', async () => {
    const room = await newGroupRoom()
    const options: Video.ConnectOptions = {
      bandwidthProfile: { video: { mode: 'grid', clientTrackSwitchOffControl: 'manual' } },
    }
    const alice = await arrive({ identity: 'alice', room, tracks: [], options })
    const carol = await arrive({ identity: 'carol', room, tracks: [], options })
    await arrive({ identity: 'bob', room, tracks: [await camera('camera')] })
    const seen: string[] = []
    alice.on('trackSwitchedOff', (track) => seen.push(`${track.name} off`))
    alice.on('trackSwitchedOn', (track) => seen.push(`${track.name} on`))
    await eventually('the track arrives', () => remoteTracks(alice, 'bob', 'video').length === 1)
    await eventually('carol gets it too', () => remoteTracks(carol, 'bob', 'video').length === 1)
    await simulate.switchOff(room, 'bob')
    await eventually('it is off', () => seen.includes('camera off'))
    await eventually('it is off for carol', () => switchedOff(carol, 'bob'))
    await simulate.switchOn(room, 'bob', { trackName: 'camera', recipient: 'alice' })
    await eventually('it is on', () => seen.includes('camera on'))
    expect(seen).toEqual(['camera off', 'camera on'])
    expect(switchedOff(carol, 'bob')).toBe(true)
  })

  it('says so when nobody asked for what is simulated', async () => {
    const room = await newGroupRoom()
    await arrive({ identity: 'alice', room, tracks: [] })
    await expect(simulate.dominantSpeaker(room, 'alice')).rejects.toThrow('dominantSpeaker: true')
  })

  it('switches a picture off that its viewer does not want', async () => {
    const room = await newGroupRoom()
    const options: Video.ConnectOptions = {
      bandwidthProfile: { video: { mode: 'grid', clientTrackSwitchOffControl: 'manual' } },
    }
    const alice = await arrive({ identity: 'alice', room, tracks: [], options })
    await arrive({ identity: 'bob', room, tracks: [await camera()] })
    await eventually('the track arrives', () => remoteTracks(alice, 'bob', 'video').length === 1)
    const [track] = remoteTracks(alice, 'bob', 'video')
    if (track?.kind !== 'video') throw new Error('Expected a video track.')
    track.switchOff()
    await eventually('it is off', () => track.isSwitchedOff)
    track.switchOn()
    await eventually('it is on', () => !track.isSwitchedOff)
  })

  it('hands out transcriptions to who asked for them', async () => {
    const room = await newGroupRoom()
    const options: Video.ConnectOptions = { receiveTranscriptions: true }
    const alice = await arrive({ identity: 'alice', room, tracks: [], options })
    const bob = await arrive({ identity: 'bob', room, options })
    const heard: Record<string, unknown>[] = []
    alice.on('transcription', (event) => heard.push(event))
    const say = () =>
      simulate.transcribe(room, 'bob', 'good morning', { isPartial: true, languageCode: 'en-GB' })
    await eventually('alice reads it', async () => {
      await say()
      return heard.length > 0
    })
    expect(heard[0]).toMatchObject({
      type: 'extension_transcriptions',
      participant: bob.localParticipant.sid,
      track: expect.stringMatching(/^MT/),
      transcription: 'good morning',
      partial_results: true,
      language_code: 'en-GB',
      sequence_number: expect.any(Number),
    })
  })

  it('goes on telling when the connection for it broke, as often as it breaks', async () => {
    const room = await newGroupRoom()
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()], options: EVERYTHING })
    await arrive({ identity: 'bob', room, tracks: [], options: EVERYTHING })
    await eventually('alice has a level', () => alice.localParticipant.networkQualityLevel)
    for (const level of [1, 2, 3, 4] as const) {
      await simulate.breakChannels(room, 'alice')
      await simulate.networkQuality(room, 'alice', level)
      await eventually(
        `alice is told of ${level}`,
        () => alice.localParticipant.networkQualityLevel === level,
      )
    }
    expect(alice.state).toBe('connected')
  })

  it('holds a call with all that an app for many people asks for', async () => {
    const room = await newGroupRoom()
    const options: Video.ConnectOptions = {
      ...EVERYTHING,
      preferredVideoCodecs: 'auto',
      bandwidthProfile: {
        video: {
          mode: 'collaboration',
          trackSwitchOffMode: 'predicted',
          clientTrackSwitchOffControl: 'auto',
          contentPreferencesMode: 'auto',
        },
      },
    }
    const alice = await arrive({ identity: 'alice', room, options })
    const bob = await arrive({ identity: 'bob', room, options })
    await eventually('what nobody looks at is off', () => switchedOff(alice, 'bob'))
    await seesPicture(alice, 'bob')
    await seesPicture(bob, 'alice')
    await eventually('what is looked at is on', () => !switchedOff(alice, 'bob'))
    const [ofAlice, ofBob] = [await camera('second'), await camera('second')]
    await Promise.all([
      alice.localParticipant.publishTrack(ofAlice),
      bob.localParticipant.publishTrack(ofBob),
    ])
    await seesPicture(alice, 'bob', 1)
    await seesPicture(bob, 'alice', 1)
    await eventually('bob has a level', () => remote(alice, 'bob')?.networkQualityLevel)
    for (const publication of bob.localParticipant.videoTracks.values()) publication.unpublish()
    await eventually('alice sees nothing of bob', () => remote(alice, 'bob')?.videoTracks.size === 0)
    expect([alice.state, bob.state]).toEqual(['connected', 'connected'])
  })

  it('goes on telling after a lost connection was restored', async () => {
    const room = await newGroupRoom()
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()], options: EVERYTHING })
    await arrive({ identity: 'bob', room, tracks: [], options: EVERYTHING })
    await eventually('alice has a level', () => alice.localParticipant.networkQualityLevel)
    const back = nextEvent(alice, 'reconnected')
    await simulate.dropSocket('alice', { roomName: room })
    await back
    await simulate.dominantSpeaker(room, 'bob')
    await eventually('alice is told that bob speaks', () => alice.dominantSpeaker?.identity === 'bob')
    await alice.localParticipant.publishTrack(await camera('second'))
    await simulate.dominantSpeaker(room, null)
    await eventually('alice is told that nobody speaks', () => alice.dominantSpeaker === null)
  })
})

describe('a peer-to-peer room', () => {
  it('knows of no dominant speaker, and says so', async () => {
    const room = newRoomName()
    await arrive({ identity: 'alice', room, tracks: [], options: EVERYTHING })
    await expect(simulate.dominantSpeaker(room, 'alice')).rejects.toThrow('type peer-to-peer')
  })
})

/** Whether what somebody shows is switched off for the holder of a room. */
function switchedOff(room: Video.Room, identity: string): boolean {
  return remoteTracks(room, identity, 'video').some((track) => track.kind === 'video' && track.isSwitchedOff)
}
