/** What the pages are given by the site, and how they report: `window.firstFrame` is set to milliseconds. */
declare global {
  interface Window {
    bench: { signalingUrl: string; bookingId: string }
    firstFrame: number | undefined
  }
}

export const MEDIA = { width: 320, height: 240, frameRate: 10 } as const

/** Milliseconds from now until a video other than one's own shows its first frame. */
export function firstRemoteFrame(isRemote: (video: HTMLVideoElement) => boolean): Promise<number> {
  const start = performance.now()
  return new Promise((resolve) => {
    const watched = new WeakSet<HTMLVideoElement>()
    const look = () => {
      for (const video of document.querySelectorAll('video')) {
        if (watched.has(video) || !isRemote(video)) continue
        watched.add(video)
        video.requestVideoFrameCallback(() => resolve(performance.now() - start))
      }
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true })
  })
}
