import type { RoomStatistics, TrackStatistics } from '../../room/room-client.ts'

/** How a track does now. */
export interface TrackRate extends Omit<TrackStatistics, 'bytes' | 'packets' | 'packetsLost'> {
  /** `null` until it was counted twice. */
  kilobitsPerSecond: number | null
  /** From 0 to 1, of the packets since the last count; `null` while there were none. */
  lost: number | null
}

/** What two counts of the same connection say about its tracks, by the tracks' sids. */
export function trackRates(before: RoomStatistics | null, now: RoomStatistics): Map<string, TrackRate> {
  const earlier = new Map(before?.tracks.map((track) => [track.sid, track]))
  const seconds = before ? (now.at - before.at) / 1000 : 0
  return new Map(
    now.tracks.map(({ bytes, packets, packetsLost, ...track }) => {
      const old = earlier.get(track.sid)
      // A connection that was made anew counts from zero again.
      const isComparable = old !== undefined && seconds > 0 && bytes >= old.bytes
      const lostNow = isComparable ? Math.max(0, packetsLost - old.packetsLost) : 0
      const sentNow = isComparable ? packets - old.packets + lostNow : 0
      const rate: TrackRate = {
        ...track,
        kilobitsPerSecond: isComparable ? ((bytes - old.bytes) * 8) / 1000 / seconds : null,
        lost: sentNow > 0 ? lostNow / sentNow : null,
      }
      return [track.sid, rate]
    }),
  )
}
