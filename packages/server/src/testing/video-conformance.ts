import { newsConformance } from './video-conformance/news-conformance.ts'
import { roomConformance } from './video-conformance/room-conformance.ts'
import { tokenConformance } from './video-conformance/token-conformance.ts'
import type { VideoConformanceOptions } from './video-conformance/video-conformance-options.ts'

/**
 * Defines the tests that every `VideoProvider` must pass; run it against a provider of your own.
 *
 * ```ts
 * import { describe, expect, it } from 'vitest'
 * runVideoProviderConformance({ describe, it, expect, createVideo: async () => ({ video: myVideo() }) })
 * ```
 */
export function runVideoProviderConformance(options: VideoConformanceOptions): void {
  options.describe('as a video provider', () => {
    tokenConformance(options)
    roomConformance(options)
    newsConformance(options)
  })
}
