import type { Clock } from '../clock/meeting-clock.ts'

/** In Chromium each picture arrives by itself, also in a tab that nobody looks at. */
interface TrackProcessor {
  new (init: { track: MediaStreamTrack; maxBufferSize: number }): { readable: ReadableStream<VideoFrame> }
}

/** Elsewhere a camera is looked at this often: the pace at which it films. In milliseconds. */
const LOOK_MS = 1000 / 24

/** The pictures of a camera until it ends. Whoever takes a `VideoFrame` closes it. */
export function framesOf(
  camera: MediaStreamTrack,
  clock: Clock,
): AsyncGenerator<VideoFrame | HTMLVideoElement, void> {
  const { MediaStreamTrackProcessor: Processor } = globalThis as {
    MediaStreamTrackProcessor?: TrackProcessor
  }
  return Processor ? arriving(camera, Processor) : looked(camera, clock)
}

async function* arriving(camera: MediaStreamTrack, Processor: TrackProcessor) {
  // One at a time: whoever is slow gets the newest, not an ever older one.
  const reader = new Processor({ track: camera, maxBufferSize: 1 }).readable.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

async function* looked(camera: MediaStreamTrack, clock: Clock) {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([camera])
  try {
    await video.play()
    while (camera.readyState === 'live') {
      await new Promise<void>((resolve) => void clock.after(LOOK_MS, resolve))
      if (video.videoWidth > 0) yield video
    }
  } finally {
    video.srcObject = null
  }
}
