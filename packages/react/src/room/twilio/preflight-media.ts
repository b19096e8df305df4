import type { PreflightEvents } from './preflight-events.ts'

/** The synthetic sound and picture of one check. */
export interface PreflightMedia {
  /** Ends them now. The SDK's own `stop` waits for the step that is under way, and sends all the while. */
  stop(): void
}

export function createPreflightMedia(events: PreflightEvents): PreflightMedia {
  const tracks = new Set<MediaStreamTrack>()
  const elements = new Set<HTMLMediaElement>()
  let isStopped = false

  events.on('debug', (details) => {
    for (const track of localTracksIn(details)) tracks.add(track)
    if (isStopped) stop()
  })
  events.on('debugElement', (element) => {
    if (element instanceof HTMLMediaElement) elements.add(element)
    if (isStopped) stop()
  })

  function stop(): void {
    isStopped = true
    for (const track of tracks) track.stop()
    for (const element of elements) {
      // The SDK may be waiting for a picture that will never come: let it go on to its end.
      element.dispatchEvent(new Event('canplay'))
      element.srcObject = null
    }
    tracks.clear()
    elements.clear()
  }

  return { stop }
}

function localTracksIn(details: unknown): readonly MediaStreamTrack[] {
  if (typeof details !== 'object' || details === null || !('localTracks' in details)) return []
  return Array.isArray(details.localTracks) ? details.localTracks : []
}
