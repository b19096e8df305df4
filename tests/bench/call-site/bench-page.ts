/** What the pages are given by the site, and how they report: `window.firstFrame` is set to milliseconds. */
declare global {
  interface Window {
    bench: { signalingUrl: string; bookingId: string }
    firstFrame: number | undefined
  }
}

/** 30 frames a second: the first frame must not wait long for its turn. */
export const MEDIA = { width: 320, height: 240, frameRate: 30 } as const

/** The same room options on both sides: what is compared is the way there. */
export const ROOM_OPTIONS = { wsServer: window.bench.signalingUrl, preferredVideoCodecs: ['VP8' as const] }

/** Milliseconds from now until a video other than one's own shows its first frame. */
export function firstRemoteFrame(isRemote: (video: HTMLVideoElement) => boolean): Promise<number> {
  const start = performance.now()
  return new Promise((resolve) => {
    const watched = new WeakSet<HTMLVideoElement>()
    const look = () => {
      for (const video of document.querySelectorAll('video')) {
        if (watched.has(video) || !isRemote(video)) continue
        watched.add(video)
        video.requestVideoFrameCallback(() => {
          observer.disconnect()
          resolve(performance.now() - start)
        })
      }
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true, attributes: true })
  })
}
