import {
  MAX_MESSAGE_BYTES,
  type RoomCaption,
  type RoomConnection,
  type RoomMessage,
  type RoomParticipant,
  type RoomRequest,
  type RoomSnapshot,
  type RoomStatistics,
  type RoomTrack,
} from '../room-client.ts'
import type { RoomEnd } from '../room-end.ts'
import { createFakeRoomTrack, type Playback } from './fake-room-track.ts'

/** What this browser publishes into a fake room. */
export interface Published {
  microphone: MediaStreamTrack | null
  camera: MediaStreamTrack | null
  screen: MediaStreamTrack | null
  screenAudio: MediaStreamTrack | null
  isMuted: boolean
}

/** A connection with the strings to pull it by. */
export interface FakeRoomConnection extends RoomConnection {
  readonly published: Readonly<Published>
  readonly isLive: boolean
  setRemotes(remotes: readonly RoomParticipant[]): void
  setReconnecting(isReconnecting: boolean): void
  setSpeaker(sid: string | null): void
  setRecording(isRecording: boolean): void
  setOwnQuality(networkQuality: number | null): void
  /** One of the remotes says something. */
  hear(message: RoomMessage): void
  caption(caption: RoomCaption): void
  readonly timesRefreshed: number
  end(end: RoomEnd): void
}

export function createFakeRoomConnection(
  request: RoomRequest,
  options: {
    sid: string
    identity: string
    remotes: readonly RoomParticipant[]
    playback: Playback
    onSent(text: string): void
    getStatistics(): RoomStatistics | null
  },
): FakeRoomConnection {
  const { playback, identity } = options
  const listeners = new Set<() => void>()
  const tracks = new Map<string, RoomTrack>()
  const hearers = new Set<(message: RoomMessage) => void>()
  const captionHearers = new Set<(caption: RoomCaption) => void>()
  let timesRefreshed = 0
  const watchers = new Set<(person: RoomParticipant) => void>()
  let published: Published = {
    ...request.tracks,
    screen: null,
    screenAudio: null,
    isMuted: request.isMuted ?? false,
  }
  let networkQuality: number | null = null
  let snapshot: RoomSnapshot = {
    sid: options.sid,
    name: request.roomName,
    status: 'connected',
    end: null,
    local: describeLocal(),
    dominantSpeakerSid: null,
    isRecording: false,
    remotes: options.remotes,
  }

  function set(change: Partial<RoomSnapshot>): void {
    if (snapshot.status === 'ended') return
    snapshot = { ...snapshot, ...change }
    for (const listener of [...listeners]) listener()
  }

  function publish(change: Partial<Published>): void {
    if (snapshot.status === 'ended') return
    published = { ...published, ...change }
    set({ local: describeLocal() })
  }

  function describeLocal(): RoomParticipant {
    const track = (name: keyof Omit<Published, 'isMuted'>, isEnabled = true): RoomTrack | null => {
      const media = published[name]
      if (!media) return null
      const sid = `MT-${media.id}`
      const old = tracks.get(name)
      if (old?.sid === sid && old.isEnabled === isEnabled) return old
      const kind = media.kind === 'audio' ? 'audio' : 'video'
      const next = createFakeRoomTrack({ sid, kind, media }, playback, {
        isEnabled,
        isReady: true,
        isSwitchedOff: false,
      })
      tracks.set(name, next)
      return next
    }
    return {
      sid: `PA-${identity}`,
      identity,
      isLocal: true,
      state: 'connected',
      networkQuality,
      microphone: track('microphone', !published.isMuted),
      camera: track('camera'),
      screen: track('screen'),
      screenAudio: track('screenAudio'),
    }
  }

  return {
    get published() {
      return published
    },
    get isLive() {
      return snapshot.status !== 'ended'
    },
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async setMicrophone(track) {
      publish({ microphone: track })
    },
    async setCamera(track) {
      publish({ camera: track })
    },
    async setScreen(tracks) {
      publish({ screen: tracks?.video ?? null, screenAudio: tracks?.audio ?? null })
    },
    setMuted(isMuted) {
      publish({ isMuted })
    },
    send(text) {
      const isTooLong = new TextEncoder().encode(text).length > MAX_MESSAGE_BYTES
      if (snapshot.status !== 'connected' || isTooLong) return false
      options.onSent(text)
      return true
    },
    onMessage(hearer) {
      hearers.add(hearer)
      return () => void hearers.delete(hearer)
    },
    onReachable(watcher) {
      watchers.add(watcher)
      for (const person of snapshot.remotes) watcher(person)
      return () => void watchers.delete(watcher)
    },
    onCaption(hearer) {
      captionHearers.add(hearer)
      return () => void captionHearers.delete(hearer)
    },
    getStatistics: async () => (snapshot.status === 'ended' ? null : options.getStatistics()),
    refreshMedia() {
      timesRefreshed += 1
    },
    get timesRefreshed() {
      return timesRefreshed
    },
    caption(caption) {
      for (const hearer of [...captionHearers]) hearer(caption)
    },
    disconnect() {
      set({ status: 'ended', end: { kind: 'left' } })
    },
    setRemotes(remotes) {
      const known = new Set(snapshot.remotes.map((person) => person.sid))
      set({ remotes })
      for (const person of remotes) {
        if (known.has(person.sid)) continue
        for (const watcher of [...watchers]) watcher(person)
      }
    },
    setReconnecting(isReconnecting) {
      set({ status: isReconnecting ? 'reconnecting' : 'connected' })
    },
    setSpeaker(sid) {
      set({ dominantSpeakerSid: sid })
    },
    setOwnQuality(quality) {
      networkQuality = quality
      set({ local: describeLocal() })
    },
    setRecording(isRecording) {
      set({ isRecording })
    },
    hear(message) {
      for (const hearer of [...hearers]) hearer(message)
    },
    end(end) {
      set({ status: 'ended', end })
    },
  }
}
