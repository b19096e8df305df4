import type { VideoErrorCode } from '../errors/video-error.ts'

export const TRACK_KINDS = ['audio', 'video', 'data'] as const
export type TrackKind = (typeof TRACK_KINDS)[number]

/** A track as its owner announces it. `id` is also its id in the media (or the label of its data channel). */
export interface AnnouncedTrack {
  readonly id: string
  readonly kind: TrackKind
  readonly name: string
  readonly enabled: boolean
  readonly priority: string
}

export interface ReadyTrack extends AnnouncedTrack {
  readonly state: 'ready'
  readonly sid: string
}

/** A track that was refused. Nobody else hears of it. */
interface FailedTrack extends AnnouncedTrack {
  readonly state: 'failed'
  readonly error: { readonly code: VideoErrorCode; readonly message: string }
}

export type TrackPublication = ReadyTrack | FailedTrack

export function isReady(track: TrackPublication): track is ReadyTrack {
  return track.state === 'ready'
}
