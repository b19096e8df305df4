import type { RoomParticipant, RoomSnapshot, RoomTrack } from '../room-client.ts'
import type { RoomEnd } from '../room-end.ts'
import type { Attachments } from './attachments.ts'
import { placeTracks } from './track-names.ts'
import type { Room } from './twilio-sdk.ts'

type SdkParticipant = Room['localParticipant'] | NonNullable<Room['dominantSpeaker']>
type SdkPublication = SdkParticipant['tracks'] extends Map<string, infer P> ? P : never

/** Reads the SDK's living objects into immutable ones. What did not change keeps its identity. */
export function createSnapshotReader(room: Room, attachments: Attachments) {
  const tracks = new WeakMap<SdkPublication, { source: unknown; view: RoomTrack }>()
  const participants = new Map<string, RoomParticipant>()
  let last: RoomSnapshot | null = null

  function readTrack(publication: SdkPublication | undefined): RoomTrack | null {
    if (!publication) return null
    const { track, isTrackEnabled: isEnabled, trackSid: sid } = publication
    const isSwitchedOff = track !== null && 'isSwitchedOff' in track && track.isSwitchedOff
    const known = tracks.get(publication)
    if (
      known?.source === track &&
      known.view.isEnabled === isEnabled &&
      known.view.isSwitchedOff === isSwitchedOff
    ) {
      return known.view
    }
    const view: RoomTrack = {
      sid,
      kind: publication.kind === 'audio' ? 'audio' : 'video',
      isEnabled,
      isReady: track !== null,
      isSwitchedOff,
      attach: (element) => (track && 'attach' in track ? attachments.attach(track, element) : () => {}),
    }
    tracks.set(publication, { source: track, view })
    return view
  }

  function readParticipant(participant: SdkParticipant): RoomParticipant {
    const { sid, identity, state } = participant
    const places = placeTracks<SdkPublication>(participant.tracks.values())
    const view: RoomParticipant = {
      sid,
      identity,
      isLocal: participant === room.localParticipant,
      state: state === 'reconnecting' ? 'reconnecting' : 'connected',
      networkQuality: participant.networkQualityLevel,
      microphone: readTrack(places.microphone),
      camera: readTrack(places.camera),
      screen: readTrack(places.screen),
      screenAudio: readTrack(places.screenAudio),
    }
    return keep(participants.get(sid), view)
  }

  /** @param end given: the room is over, and the people are left as they were. */
  return function read(end: RoomEnd | null): RoomSnapshot {
    if (last && end) {
      last = { ...last, status: 'ended', end }
      return last
    }
    const local = readParticipant(room.localParticipant)
    const remotes = [...room.participants.values()].map(readParticipant)
    participants.clear()
    for (const participant of [local, ...remotes]) participants.set(participant.sid, participant)
    const before = last?.remotes
    const isSame = before?.length === remotes.length && remotes.every((remote, at) => remote === before[at])
    const view: RoomSnapshot = {
      sid: room.sid,
      name: room.name,
      status: end ? 'ended' : room.state === 'reconnecting' ? 'reconnecting' : 'connected',
      end,
      local,
      dominantSpeakerSid: room.dominantSpeaker?.sid ?? null,
      isRecording: room.isRecording,
      remotes: isSame && before ? before : remotes,
    }
    last = keep(last ?? undefined, view)
    return last
  }
}

/** The known object if the new one says the same in every field. */
function keep<T extends object>(known: T | undefined, news: T): T {
  if (!known) return news
  const keys = Object.keys(news) as (keyof T)[]
  return keys.every((key) => known[key] === news[key]) ? known : news
}
