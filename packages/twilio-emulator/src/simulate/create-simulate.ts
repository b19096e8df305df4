import type { StatusCallbacks } from '../callbacks/status-callbacks.ts'
import type { RoomDirectory } from '../room/room-directory.ts'
import type { RelayWeather } from '../turn/relay-weather.ts'
import {
  CannotSimulate,
  findAskers,
  findGroupRoom,
  findParticipant,
  findRoom,
  findStays,
  findTracks,
  NobodyThere,
} from './find-people.ts'
import type { RestFaults } from './rest-faults.ts'
import type { Simulate } from './simulate.ts'
import type { Weather } from './weather.ts'

export interface SimulateWorld {
  rooms: RoomDirectory
  faults: RestFaults
  callbacks: StatusCallbacks
  weather: Weather
  relayWeather: RelayWeather
  /** Milliseconds since the epoch. */
  now(): number
  /** Forgets every room, without a word to anybody. */
  forgetRooms(): void
}

export function createSimulate(world: SimulateWorld): Simulate {
  const { rooms, faults, callbacks, weather, relayWeather } = world
  const groupStay = (roomName: string, identity: string) => {
    const room = findGroupRoom(rooms, roomName)
    return { room, participant: findParticipant(room, identity) }
  }
  const cutEverybody = () => {
    for (const { present } of rooms.inProgress()) for (const { line } of present) line?.cut()
  }
  const switchTracks = (isOff: boolean): Simulate['switchOff'] => {
    return (roomName, identity, { trackName, recipient } = {}) => {
      const { room, participant } = groupStay(roomName, identity)
      const wanted =
        recipient === undefined ? room.othersThan(participant) : [findParticipant(room, recipient)]
      const askers = findAskers(room, 'track_switch_off')
      const recipients = wanted.filter((one) => askers.includes(one))
      const wish = trackName === undefined ? ({ kind: 'video' } as const) : { name: trackName }
      for (const track of findTracks(participant, wish)) room.media.switchTrack(recipients, track, isOff)
    }
  }

  return {
    dropSocket(identity, { roomName, forMs = 0 } = {}) {
      const lines = findStays(rooms, identity, roomName ?? null).flatMap(
        ({ participant }) => participant.line ?? [],
      )
      if (lines.length === 0) throw new NobodyThere(`"${identity}" has no connection now.`)
      weather.keepAway(identity, forMs)
      for (const line of lines) line.cut()
      return lines.length
    },
    restoreSocket: (identity) => weather.comeBack(identity),
    delayMessages: (ms, { identity } = {}) => weather.delay(identity ?? null, ms),
    outage({ forMs = Number.POSITIVE_INFINITY, forget = false } = {}) {
      weather.startOutage(forMs)
      cutEverybody()
      if (forget) world.forgetRooms()
    },
    endOutage: () => weather.endOutage(),
    busy: ({ retryAfterMs = -1, times = 1 } = {}) => weather.beBusy(retryAfterMs, times),
    refuseConnect: (code, { identity, times = 1 } = {}) =>
      weather.refuse({ code, identity: identity ?? null, times }),
    troubleRelay: (trouble = {}) => relayWeather.set(trouble),
    expireToken: (identity) => weather.expireTokens(identity),
    removeParticipant(identity, { roomName } = {}) {
      for (const { room, participant } of findStays(rooms, identity, roomName ?? null))
        room.remove(participant)
    },
    expelParticipant(identity, code, { roomName } = {}) {
      for (const { room, participant } of findStays(rooms, identity, roomName ?? null)) {
        room.expel(participant, code)
      }
    },
    endRoom: (roomName) => findRoom(rooms, roomName).complete(),
    record: (roomName, isRecording) => findRoom(rooms, roomName).record(isRecording),

    dominantSpeaker(roomName, identity) {
      const room = findGroupRoom(rooms, roomName)
      findAskers(room, 'active_speaker')
      room.media.fixSpeaker(identity === null ? null : findParticipant(room, identity))
    },
    followSpeakers: (roomName) => findGroupRoom(rooms, roomName).media.releaseSpeaker(),
    networkQuality(roomName, identity, level) {
      const { room, participant } = groupStay(roomName, identity)
      if (level !== null && ![0, 1, 2, 3, 4, 5].includes(level)) {
        throw new CannotSimulate(`A network quality is a whole number from 0 to 5, or null, not ${level}.`)
      }
      findAskers(room, 'network_quality')
      room.media.fixQuality(participant, level)
    },
    switchOff: switchTracks(true),
    switchOn: switchTracks(false),
    breakChannels(roomName, identity) {
      const { room, participant } = groupStay(roomName, identity)
      room.media.breakLink(participant)
    },
    transcribe(roomName, identity, text, { isPartial = false, languageCode = 'en-US' } = {}) {
      const { room, participant } = groupStay(roomName, identity)
      findAskers(room, 'extension_transcriptions')
      const [track] = findTracks(participant, { kind: 'audio' })
      room.media.transcribe({
        participant: participant.sid,
        track: track?.sid ?? '',
        transcription: text,
        language_code: languageCode,
        partial_results: isPartial,
        timestamp: new Date(world.now()).toISOString(),
      })
    },

    failRest: (...more) => faults.add(more),
    repeatCallbacks: (times) => callbacks.repeat(times),
    holdCallbacks: () => callbacks.hold(),
    releaseCallbacks: (order = 'forwards') => callbacks.release(order),
    clear() {
      weather.clear()
      relayWeather.set({})
      faults.clear()
      callbacks.reset()
    },
  }
}
