import { createMeetings, type VideoProvider } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { observe } from './observe.ts'

export const BOOKING_ID = '0b000000-0000-4000-8000-000000000001'

const CUSTOMER = { id: '0c000000-0000-4000-8000-000000000002', name: 'Carl' }
const BOOKING = {
  id: BOOKING_ID,
  organizationId: null,
  meetingTypeId: null,
  meetingTypeName: 'Consultation',
  hostId: '0c000000-0000-4000-8000-000000000001',
  hostName: 'Hana Host',
  customerId: CUSTOMER.id,
  customerName: 'Carl Customer',
  customerEmail: 'carl@example.org',
  startTime: '2026-11-22T14:00:00.000Z',
  endTime: '2026-11-22T15:00:00.000Z',
  status: 'confirmed',
  metadata: {},
} as const

export interface Subject {
  fetch(request: Request): Promise<Response>
  basePath: string
}

/**
 * The application that every mount serves: the real handlers, and beside them a few routes under `/test` through which
 * a test sees what arrived. It needs nothing but Request and Response, so it runs in every runtime as it is.
 */
export function createSubject(video: VideoProvider, basePath = '/api/meetings'): Subject {
  const seen = { waiting: 0, gone: 0, streamsLeft: 0, causes: [] as string[] }
  const meetings = createMeetings({
    basePath,
    video,
    store: memoryStore({ bookings: [BOOKING] }),
    now: () => new Date('2026-11-22T14:00:00Z'),
    logger: { error: () => {}, warn: () => {} },
    onError: (error) => void seen.causes.push(String(error.cause)),
    authenticate: async ({ request }) => {
      if (request.headers.get('authorization') !== 'Bearer customer') return null
      if (request.headers.has('x-test-wait')) {
        seen.waiting += 1
        await new Promise((resolve) => request.signal.addEventListener('abort', resolve))
        seen.gone += 1
      }
      return { user: CUSTOMER, via: 'bearer' }
    },
  })
  return {
    basePath: meetings.basePath,
    async fetch(request) {
      const path = new URL(request.url).pathname.slice(meetings.basePath.length)
      return (await observe(path, request, seen)) ?? meetings.fetch(request)
    },
  }
}
