import { VideoError, type VideoErrorCode } from '../errors/video-error.ts'
import {
  defaultSettings,
  ROOM_CAPACITY,
  ROOM_TYPES,
  type RoomSettings,
  type RoomType,
} from '../room/room-settings.ts'

/**
 * The settings in a request to create a room; `defaultType` is what the account makes when none is asked for.
 * Throws a `VideoError` that says which one is out of range.
 */
export function readRoomSettings(form: URLSearchParams, defaultType: RoomType): RoomSettings {
  const type = ROOM_TYPES.find((known) => known === (form.get('Type') ?? defaultType))
  if (!type) throw new VideoError(53108)
  const defaults = defaultSettings(type)
  const codecs = form.getAll('VideoCodecs')
  return {
    type,
    maxParticipants:
      number(form, 'MaxParticipants', [1, ROOM_CAPACITY[type]], 53107) ?? defaults.maxParticipants,
    maxParticipantDuration:
      number(form, 'MaxParticipantDuration', [600, 86_400], 53123) ?? defaults.maxParticipantDuration,
    isAudioOnly: form.get('AudioOnly') === 'true',
    recordParticipantsOnConnect: form.get('RecordParticipantsOnConnect') === 'true',
    videoCodecs: codecs.length > 0 ? codecs : defaults.videoCodecs,
    mediaRegion: defaults.mediaRegion && (form.get('MediaRegion') ?? defaults.mediaRegion),
    emptyRoomTimeout: number(form, 'EmptyRoomTimeout', [1, 60], 53109) ?? defaults.emptyRoomTimeout,
    unusedRoomTimeout: number(form, 'UnusedRoomTimeout', [1, 60], 53109) ?? defaults.unusedRoomTimeout,
    statusCallback: statusCallback(form),
  }
}

function statusCallback(form: URLSearchParams): RoomSettings['statusCallback'] {
  const url = form.get('StatusCallback')
  const method = form.get('StatusCallbackMethod') ?? 'POST'
  if (method !== 'POST' && method !== 'GET') throw new VideoError(53110)
  if (!url) return null
  if (!isHttpUrl(url)) throw new VideoError(53111)
  return { url, method }
}

/** Whether a text is an absolute http or https address. */
export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function number(
  form: URLSearchParams,
  field: string,
  [least, most]: readonly [number, number],
  code: VideoErrorCode,
): number | null {
  const text = form.get(field)
  if (text === null) return null
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) throw new VideoError(code)
  return value
}
