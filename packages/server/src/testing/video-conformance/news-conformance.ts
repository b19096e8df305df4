import type { RoomNews } from '../../ports/room-news.ts'
import type { NewsRequest } from '../../ports/video-provider.ts'
import { codeOf, problemOf } from './problem-of.ts'
import type { VideoConformanceOptions } from './video-conformance-options.ts'

const URL = 'https://app.example.com/api/meetings/twilio/status-callback'
const ROOM = {
  bookingId: '0b000000-0000-4000-8000-000000000001',
  roomId: `RM${'1'.repeat(32)}`,
  at: new Date('2026-11-22T14:00:00.123Z'),
}
const PERSON = { connectionId: `PA${'2'.repeat(32)}`, identity: '0c000000-0000-4000-8000-000000000002' }
const LEFT: RoomNews = { type: 'disconnected', ...ROOM, ...PERSON }

/** News: believed when it is genuine, and only then. */
export function newsConformance({ describe, it, expect, createVideo }: VideoConformanceOptions): void {
  const forgery = (name: string, change: (genuine: NewsRequest) => NewsRequest) =>
    it(`refuses ${name}`, async () => {
      const { video, createNews } = await createVideo()
      if (!video.readNews || !createNews) return
      const changed = change(await createNews(URL, LEFT))
      const problem = await problemOf(async () => video.readNews?.(changed))
      expect(codeOf(problem)).toEqual('WEBHOOK_SIGNATURE_INVALID')
    })

  describe('readNews', () => {
    for (const news of [
      { type: 'connected', ...ROOM, ...PERSON },
      LEFT,
      { type: 'ended', ...ROOM },
    ] satisfies RoomNews[]) {
      it(`reads that somebody or something ${news.type}`, async () => {
        const { video, createNews } = await createVideo()
        if (!video.readNews || !createNews) return
        expect(await video.readNews(await createNews(URL, news))).toEqual(news)
      })
    }

    it('reads the same news twice alike', async () => {
      const { video, createNews } = await createVideo()
      if (!video.readNews || !createNews) return
      const request = await createNews(URL, LEFT)
      expect([await video.readNews(request), await video.readNews(request)]).toEqual([LEFT, LEFT])
    })

    it('finds nothing in an event that matters to nobody', async () => {
      const { video, createNews } = await createVideo()
      if (!video.readNews || !createNews) return
      expect(await video.readNews(await createNews(URL, 'other'))).toEqual(null)
    })

    it('takes any of the addresses that may have been asked for', async () => {
      const { video, createNews } = await createVideo()
      if (!video.readNews || !createNews) return
      const request = await createNews(URL, LEFT)
      const urls = ['http://10.0.0.7:3000/twilio/status-callback', URL]
      expect(await video.readNews({ ...request, urls })).toEqual(LEFT)
    })

    it('takes the fields in any order', async () => {
      const { video, createNews } = await createVideo()
      if (!video.readNews || !createNews) return
      const request = await createNews(URL, LEFT)
      expect(await video.readNews({ ...request, fields: [...request.fields].reverse() })).toEqual(LEFT)
    })

    forgery('a request without a signature', (genuine) => ({ ...genuine, headers: new Headers() }))
    forgery('a request with nothing in it', (genuine) => ({ ...genuine, fields: [] }))
    forgery('a request to nowhere', (genuine) => ({ ...genuine, urls: [] }))
    forgery('addresses that are none', (genuine) => ({ ...genuine, urls: ['', '/twilio', 'http://'] }))
    forgery('another path', (genuine) => ({ ...genuine, urls: [`${URL}/other`] }))
    forgery('another query', (genuine) => ({ ...genuine, urls: [`${URL}?tenant=2`] }))
    forgery('another protocol', (genuine) => ({ ...genuine, urls: [URL.replace('https', 'http')] }))
    forgery('another host', (genuine) => ({ ...genuine, urls: [URL.replace('app', 'evil')] }))
    forgery('a changed value', (genuine) => ({
      ...genuine,
      fields: genuine.fields.map(([name, value]) => [name, value === PERSON.identity ? 'x' : value]),
    }))
    forgery('a value that is missing', (genuine) => ({ ...genuine, fields: genuine.fields.slice(1) }))
    for (const name of ['more', '__proto__', 'constructor', 'toString', '']) {
      forgery(`one more field, "${name}"`, (genuine) => ({
        ...genuine,
        fields: [...genuine.fields, [name, 'x']],
      }))
    }
  })
}
