import { onTestFinished } from 'vitest'

/** Where the development server has the files of Twilio's processors. */
export const ASSETS_FOR_TESTS = new URL(
  '../node_modules/@twilio/video-processors/dist/build',
  import.meta.url,
).href

/** A colour that no camera films, as an image. */
export const MAGENTA_IMAGE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><rect width="64" height="36" fill="#f0f"/></svg>',
)}`

/** The colour of that image, as far as coding and a mask with soft edges leave it. */
export function isMagenta([red = 0, green = 0, blue = 0]: readonly number[]): boolean {
  return red > 150 && green < 100 && blue > 150
}

/** Looks at a live track, as somebody else would. */
export async function colourOf(track: MediaStreamTrack) {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = new MediaStream([track])
  await video.play()
  onTestFinished(() => {
    video.srcObject = null
  })
  return colourIn(video)
}

/** What a video shows now. */
export function colourIn(video: HTMLVideoElement) {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return {
    size: () => [video.videoWidth, video.videoHeight],
    currentTime: () => video.currentTime,
    /** The colour of a place, counted from 0 to 1 from the left and from the top. */
    at(x: number, y: number): number[] {
      canvas.width = video.videoWidth
      canvas.height = video.videoHeight
      context?.drawImage(video, 0, 0)
      const data = context?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data ?? []
      return [...data].slice(0, 3)
    },
  }
}
