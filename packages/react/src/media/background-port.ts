/** A picture of the app's own that people can put behind themselves. */
export interface BackgroundImage {
  /** What people choose it by, in their language; different from all others. */
  name: string
  /** Where it is. From another origin it needs CORS, because it is painted into the picture. */
  url: string
}

/** What people may choose from: blur, and these. */
export interface BackgroundOffer {
  images?: readonly BackgroundImage[] | undefined
}

/** The background that is used, and what else there is. */
export interface BackgroundState {
  /** `blur`, `strong-blur`, or `image:` and the name of an image; `null`: the room as it is. */
  using: string | null
  images: readonly BackgroundImage[]
}

/**
 * Makes of a camera's picture one with something else behind the people in it. It ends when the camera ends, or
 * when it cannot be painted any more; whoever asked stops both. Rejects when it cannot be painted at all.
 */
export type PutBehind = (camera: MediaStreamTrack) => Promise<MediaStreamTrack>

/** What can be put behind people. `background/` does it for real, with Twilio's processors. */
export interface BackgroundPort {
  /** `null`: nothing, because the app offers nothing or the browser cannot. */
  offer(): BackgroundOffer | null
  /** Fetches what a background needs. Rejects when it cannot be had. Nothing is loaded before the first call. */
  load(background: string): Promise<PutBehind>
}
