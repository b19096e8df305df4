import type { RoomConnection } from '../room-client.ts'
import type { RoomEnd } from '../room-end.ts'
import { createAttachments } from './attachments.ts'
import type { MessageLine } from './create-message-line.ts'
import { listenToOthers } from './listen-to-others.ts'
import type { LocalTracks } from './local-tracks.ts'
import { readCaption } from './read-caption.ts'
import { roomEndOf } from './room-end-of.ts'
import { createSnapshotReader } from './snapshot-reader.ts'
import { listen, type Room } from './twilio-sdk.ts'

/** What may change a snapshot. The SDK says it on the room for everybody else, and on oneself for oneself. */
const ROOM_EVENTS = [
  'participantConnected',
  'participantDisconnected',
  'participantReconnecting',
  'participantReconnected',
  'trackPublished',
  'trackUnpublished',
  'trackSubscribed',
  'trackUnsubscribed',
  'trackEnabled',
  'trackDisabled',
  'trackSwitchedOff',
  'trackSwitchedOn',
  'dominantSpeakerChanged',
  'recordingStarted',
  'recordingStopped',
  'reconnecting',
  'reconnected',
]
const OWN_EVENTS = ['trackPublished', 'trackEnabled', 'trackDisabled', 'networkQualityLevelChanged']
/** This it says on each of the others alone. */
const OTHERS_EVENTS = ['networkQualityLevelChanged']

/** One stay in a Twilio room, from connected to ended. */
export function createTwilioConnection(
  room: Room,
  tracks: LocalTracks,
  messages: MessageLine,
): RoomConnection {
  const attachments = createAttachments()
  const read = createSnapshotReader(room, attachments)
  const listeners = new Set<() => void>()
  const me = room.localParticipant
  let snapshot = read(null)
  let isLeaving = false

  function update(end: RoomEnd | null = null): void {
    if (snapshot.status === 'ended') return
    const next = read(end)
    if (next === snapshot) return
    snapshot = next
    for (const listener of [...listeners]) listener()
  }

  const stopListening = [
    listen(room, ROOM_EVENTS, () => update()),
    listen(me, OWN_EVENTS, () => update()),
    listenToOthers(room, OTHERS_EVENTS, () => update()),
    listen(room, ['disconnected'], (_room, error) => {
      for (const stop of stopListening) stop()
      attachments.detachAll()
      messages.close()
      tracks.release()
      // Without an error it was this person, or somebody who removed them.
      update(error ? roomEndOf(error) : { kind: isLeaving ? 'left' : 'removed' })
    }),
  ]

  async function put(
    ...change: [slot: Parameters<LocalTracks['put']>[1], device: MediaStreamTrack | null][]
  ) {
    if (snapshot.status === 'ended') return
    const published = change.map(([slot, device]) => tracks.put(me, slot, device))
    update()
    await Promise.all(published)
    update()
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setMicrophone: (track) => put(['microphone', track]),
    setCamera: (track) => put(['camera', track]),
    setScreen: (shared) => put(['screen', shared?.video ?? null], ['screenAudio', shared?.audio ?? null]),
    setMuted(muted) {
      if (snapshot.status === 'ended') return
      tracks.setMuted(muted)
      update()
    },
    send: messages.send,
    onMessage: messages.onMessage,
    onReachable: messages.onReachable,
    onCaption: (listener) =>
      listen(room, ['transcription'], (event) => {
        const caption = readCaption(event)
        if (caption) listener(caption)
      }),
    async getStatistics() {
      try {
        // Few people ever look.
        const { readStatistics } = await import('./read-statistics.ts')
        return readStatistics(await room.getStats())
      } catch {
        return null
      }
    },
    refreshMedia() {
      if (snapshot.status !== 'ended') room.refreshInactiveMedia()
    },
    disconnect() {
      isLeaving = true
      room.disconnect()
    },
  }
}
