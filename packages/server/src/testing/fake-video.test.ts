import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { NewsRequest } from '../ports/video-provider.ts'
import { fakeVideo } from './fake-video.ts'
import { fixedClock } from './fixed-clock.ts'
import { runVideoProviderConformance } from './video-conformance.ts'

describe('the fake video provider', () => {
  const clock = fixedClock('2026-11-22T14:00:00Z')

  runVideoProviderConformance({
    describe,
    it,
    expect,
    now: clock.now,
    print: (value) => inspect(value, { depth: 20, showHidden: true }),
    createVideo: async () => {
      const video = fakeVideo({ now: clock.now })
      return {
        video,
        readToken: async (token) => {
          const grant = video.grants[Number(token.replace('fake-token-', '')) - 1]
          return { identity: grant?.identity ?? '', roomName: grant?.roomName ?? '' }
        },
        isRoomOpen: async (roomName) => video.rooms.has(roomName),
        createNews: async (url, news) => newsOf(video.newsRequest(url, news)),
      }
    },
  })

  it('remembers what was asked of it', async () => {
    const video = fakeVideo({ now: clock.now })
    const plan = { roomName: 'meeting_1', maxParticipants: 4 }
    await video.createRoom(plan)
    expect(video.rooms.get('meeting_1')).toEqual(plan)
    await video.endRoom('meeting_1')
    await video.endRoom('meeting_2')
    expect(video.rooms.size).toBe(0)
    expect(video.ended).toEqual(['meeting_1', 'meeting_2'])
  })
})

/** A request as the handlers pass it on. */
async function newsOf(request: Request): Promise<NewsRequest> {
  return {
    urls: [request.url],
    headers: request.headers,
    fields: [...new URLSearchParams(await request.text())],
  }
}
