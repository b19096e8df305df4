import type { RoomTrack } from '../room-client.ts'

/** What plays behind fake tracks, and how often: tests read here that everything was emptied. */
export interface Playback {
  /** The elements that play something at this moment. */
  readonly elements: ReadonlySet<HTMLMediaElement>
  attach(element: HTMLMediaElement, source: MediaStreamTrack | null, sid: string): () => void
}

/**
 * Plays tracks in elements. Where the browser has no MediaStream (jsdom), the element only carries the
 * track's sid in `data-track`. `blocksSound` makes the first `play()` of each audio element fail, as a
 * browser does that waits for a click.
 */
export function createPlayback(options: { blocksSound: boolean }): Playback {
  const elements = new Set<HTMLMediaElement>()
  return {
    elements,
    attach(element, source, sid) {
      elements.add(element)
      element.dataset.track = sid
      if (isPlayable(source)) element.srcObject = new MediaStream([source])
      if (!isPlayable(source) || options.blocksSound) patchPlay(element, options.blocksSound)
      return () => {
        elements.delete(element)
        delete element.dataset.track
        Reflect.deleteProperty(element, 'play')
        if ('srcObject' in element) element.srcObject = null
      }
    },
  }
}

export interface FakeTrackSource {
  sid: string
  kind: 'audio' | 'video'
  /** The picture or sound itself; `null` plays nothing. */
  media: MediaStreamTrack | null
  /** Called around each attachment, so that a picture is painted only while somebody looks. */
  onWatch?: () => () => void
}

export type FakeTrackState = Pick<RoomTrack, 'isEnabled' | 'isReady' | 'isSwitchedOff'>

/** One state of a published track; the room makes another object when its state changes. */
export function createFakeRoomTrack(
  source: FakeTrackSource,
  playback: Playback,
  state: FakeTrackState,
): RoomTrack {
  return {
    sid: source.sid,
    kind: source.kind,
    ...state,
    attach(element) {
      const detach = playback.attach(element, source.media, source.sid)
      const stopWatching = source.onWatch?.()
      return () => {
        stopWatching?.()
        detach()
      }
    },
  }
}

function isPlayable(source: MediaStreamTrack | null): source is MediaStreamTrack {
  return typeof MediaStreamTrack !== 'undefined' && source instanceof MediaStreamTrack
}

/** jsdom cannot play at all, so its elements get a `play` that answers as a browser's would. */
function patchPlay(element: HTMLMediaElement, refusesFirst: boolean): void {
  let isRefusing = refusesFirst && element.nodeName === 'AUDIO'
  Object.defineProperty(element, 'play', {
    configurable: true,
    value: async () => {
      if (!isRefusing) return
      isRefusing = false
      throw new DOMException('A click is needed before sound can play.', 'NotAllowedError')
    },
  })
}
