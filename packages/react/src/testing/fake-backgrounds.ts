import type { BackgroundImage, BackgroundPort } from '../media/background-port.ts'

/** Backgrounds without pixels: a camera gets a new track, which ends with it. */
export interface FakeBackgrounds extends BackgroundPort {
  /** Every background that was asked for, oldest first. */
  readonly loaded: readonly string[]
  /** Every painted track that was ever handed out. */
  readonly tracks: readonly MediaStreamTrack[]
  /** The painted tracks that nobody has stopped yet. */
  readonly live: readonly MediaStreamTrack[]
  /** From now on backgrounds cannot be had; `false`: they can again. */
  fail(isFailing?: boolean): void
  /** Backgrounds take until the answer is called. */
  hold(): () => void
  /** What is painted now cannot be painted any more, as when the graphics card is reset. */
  breakDown(): void
}

/** @param options.images what the app offers besides blur; `options.isOffered: false`: it offers nothing. */
export function createFakeBackgrounds(
  options: { images?: readonly BackgroundImage[]; isOffered?: boolean } = {},
): FakeBackgrounds {
  const { images = [], isOffered = true } = options
  const loaded: string[] = []
  const tracks: MediaStreamTrack[] = []
  let isFailing = false
  let gate = Promise.resolve()

  function end(track: MediaStreamTrack): void {
    track.stop()
    track.dispatchEvent(new Event('ended'))
  }

  async function putBehind(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    await gate
    if (isFailing || camera.readyState === 'ended') throw new Error('There is no background here.')
    const track = camera.clone()
    tracks.push(track)
    camera.addEventListener('ended', () => end(track))
    return track
  }

  const live = () => tracks.filter(({ readyState }) => readyState === 'live')

  return {
    loaded,
    tracks,
    get live() {
      return live()
    },
    offer: () => (isOffered ? { images } : null),
    async load(background) {
      loaded.push(background)
      await gate
      if (isFailing || !isOffered) throw new Error('There is no background here.')
      return putBehind
    },
    fail(next = true) {
      isFailing = next
    },
    hold() {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    breakDown() {
      for (const track of live()) end(track)
    },
  }
}
