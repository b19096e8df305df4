import type { RoomStatistics, TrackStatistics } from '../room-client.ts'
import type { Room } from './twilio-sdk.ts'

type Report = Awaited<ReturnType<Room['getStats']>>[number]
type SdkTrack = Report[
  | 'localAudioTrackStats'
  | 'localVideoTrackStats'
  | 'remoteAudioTrackStats'
  | 'remoteVideoTrackStats'][number]

/** The SDK counts per connection and per layer of a picture; here each track is counted once, all of it together. */
export function readStatistics(reports: readonly Report[]): RoomStatistics | null {
  const tracks = new Map<string, TrackStatistics>()
  let at = 0

  function add(all: readonly SdkTrack[], kind: 'audio' | 'video', direction: 'sent' | 'received'): void {
    for (const one of all) {
      at = Math.max(at, one.timestamp)
      const now = read(one, kind, direction)
      const known = tracks.get(one.trackSid)
      tracks.set(one.trackSid, known ? merge(known, now) : now)
    }
  }

  for (const report of reports) {
    add(report.localAudioTrackStats, 'audio', 'sent')
    add(report.localVideoTrackStats, 'video', 'sent')
    add(report.remoteAudioTrackStats, 'audio', 'received')
    add(report.remoteVideoTrackStats, 'video', 'received')
  }
  return reports.length === 0 ? null : { at, tracks: [...tracks.values()] }
}

function read(
  track: SdkTrack,
  kind: TrackStatistics['kind'],
  direction: TrackStatistics['direction'],
): TrackStatistics {
  const isSent = 'bytesSent' in track
  const picture = 'dimensions' in track ? track : null
  return {
    sid: track.trackSid,
    kind,
    direction,
    bytes: (isSent ? track.bytesSent : (track as { bytesReceived?: number | null }).bytesReceived) ?? 0,
    packets:
      (isSent ? track.packetsSent : (track as { packetsReceived?: number | null }).packetsReceived) ?? 0,
    packetsLost: track.packetsLost ?? 0,
    roundTripMs: (isSent ? track.roundTripTime : null) ?? null,
    width: picture?.dimensions?.width ?? null,
    height: picture?.dimensions?.height ?? null,
    frameRate: picture?.frameRate ?? null,
    // Browsers say "video/VP8", the SDK says it or only "VP8".
    codec: track.codec?.split('/').at(-1) ?? null,
  }
}

function merge(one: TrackStatistics, other: TrackStatistics): TrackStatistics {
  const larger = (other.height ?? 0) > (one.height ?? 0) ? other : one
  return {
    ...larger,
    bytes: one.bytes + other.bytes,
    packets: one.packets + other.packets,
    packetsLost: one.packetsLost + other.packetsLost,
    roundTripMs: greatest(one.roundTripMs, other.roundTripMs),
    codec: larger.codec ?? one.codec ?? other.codec,
  }
}

function greatest(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.max(one, other)
}
