import { MEETING_ROUTES, type MeetingRouteName, pathOfRoute } from '@meetings/contract'
import { describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../../../packages/server/test/world.ts'

const JSON_START = new TextEncoder().encode('{"booking_id":')
/** Every route that reads a body. */
const ROUTES = (Object.keys(MEETING_ROUTES) as MeetingRouteName[])
  // Giving a hold back needs nothing but its id.
  .filter((name) => MEETING_ROUTES[name].method !== 'GET' && name !== 'releaseHold')
  .map((name) => [pathOfRoute(name, BOOKING_ID), MEETING_ROUTES[name].method] as const)

/** Bodies that no honest client sends, and what each is refused with. */
const BODIES: Record<string, { source: UnderlyingDefaultSource; status: number; code: string }> = {
  'that never ends': {
    source: { start: (controller) => controller.enqueue(JSON_START) },
    status: 400,
    code: 'BODY_UNREADABLE',
  },
  'that never begins': { source: {}, status: 400, code: 'BODY_UNREADABLE' },
  'that never ends and nobody can stop': {
    source: { cancel: () => new Promise(() => {}) },
    status: 400,
    code: 'BODY_UNREADABLE',
  },
  'of nothing, without end': {
    source: { pull: (controller) => controller.enqueue(new Uint8Array()) },
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  'of zeros, without end': {
    source: { pull: (controller) => controller.enqueue(new Uint8Array(10_000)) },
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  'above the limit that nobody can stop': {
    source: {
      pull: (controller) => controller.enqueue(new Uint8Array(40_000)),
      cancel: () => new Promise(() => {}),
    },
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  'above the limit that fails when it is stopped': {
    source: {
      pull: (controller) => controller.enqueue(new Uint8Array(40_000)),
      cancel: () => {
        throw new Error('canary-7c1f')
      },
    },
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  'that breaks off': {
    source: { pull: (controller) => controller.error(new Error('canary-7c1f')) },
    status: 400,
    code: 'BODY_UNREADABLE',
  },
  'of text': {
    source: { pull: (controller) => controller.enqueue('canary-7c1f') },
    status: 400,
    code: 'BODY_UNREADABLE',
  },
  'that is no UTF-8': {
    source: {
      start(controller) {
        controller.enqueue(Uint8Array.of(...JSON_START, 0x22, 0xff, 0xfe, 0x22, 0x7d))
        controller.close()
      },
    },
    status: 400,
    code: 'BODY_UNREADABLE',
  },
}

describe.each(Object.entries(BODIES))('a body %s', (_name, { source, status, code }) => {
  it.each(ROUTES)('is refused by %s, soon, and changes nothing', async (path, method) => {
    const { send, store } = world({ timeouts: { bodyMs: 20 } })
    const isForm = path === '/twilio/status-callback'
    const response = await send(path, {
      method,
      headers: { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
      body: new ReadableStream(source),
      duplex: 'half',
    } as RequestInit)
    const text = await response.text()
    expect([response.status, JSON.parse(text).code]).toEqual([status, code])
    expect(text).not.toContain('canary')
    expect(store.get(BOOKING_ID)?.status).toBe('confirmed')
  })
})
