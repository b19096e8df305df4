import type { Clock } from '../../ports/clock.ts'
import type { RoomNews } from '../../ports/room-news.ts'
import type { NewsRequest, VideoProvider } from '../../ports/video-provider.ts'

/** Your test framework's functions (Vitest, Jest and node:test with `expect` fit), and how to make your provider. */
export interface VideoConformanceOptions {
  describe: (name: string, define: () => void) => void
  it: (name: string, run: () => Promise<void>) => void
  expect: (actual: unknown) => { toEqual(expected: unknown): void }
  /** A fresh provider and what the tests need around it. Called once per test. */
  createVideo: () => Promise<VideoUnderTest>
  /** The clock that tokens go by. Default: the system's. */
  now?: Clock
  /** What must not show when the provider, or an error of it, is printed. */
  secrets?: readonly string[]
  /** Prints a value with everything inside: `(value) => inspect(value, { depth: 20 })` in Node. */
  print?: (value: unknown) => string
}

/** A provider, and as much of its service as you can look into. What is left out is not tested. */
export interface VideoUnderTest {
  video: VideoProvider
  /** What a token opens, and for whom. */
  readToken?: (token: string) => Promise<{ identity: string; roomName: string }>
  /** Whether a room of this name is in progress at the service. */
  isRoomOpen?: (roomName: string) => Promise<boolean>
  /** A genuine callback with this news, sent to `url`; `'other'` is an event that is no news. */
  createNews?: (url: string, news: RoomNews | 'other') => Promise<NewsRequest>
}
