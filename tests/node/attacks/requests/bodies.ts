import type { MeetingRouteName } from '@meetings/contract'
import type { Random } from './random.ts'
import { rightBody } from './right-bodies.ts'
import { CANARY, jsonText, oddText, wholeText } from './values.ts'

const LIMIT = 64 * 1024
const encode = (text: string) => new TextEncoder().encode(text)

/** A body, and what it is for whoever reads about a failure. */
export interface Body {
  kind: string
  value: BodyInit | null
  /** The type a client would send with it. */
  type: string
}

/** What bodies are made of. */
interface Material {
  random: Random
  ids: readonly string[]
  /** What the route expects. */
  right: string
}

type Maker = (material: Material) => Omit<Body, 'kind'>

const json = (value: BodyInit) => ({ value, type: 'application/json' })
const form = (value: BodyInit) => ({ value, type: 'application/x-www-form-urlencoded' })

/** Every kind of body, by name. */
const MAKERS: Record<string, Maker> = {
  none: () => ({ value: null, type: 'application/json' }),
  empty: () => json(''),
  valid: ({ right }) => json(right),
  'valid with a mark': ({ right }) => json(`\ufeff${right}`),
  'valid with white space': ({ right }) => json(`\r\n\t ${right} \n`),
  'valid, then more': ({ random, right }) => json(`${right}${oddText(random)}`),
  'valid in capitals': ({ right }) => json(right.toUpperCase().replace('BOOKING_ID', 'booking_id')),
  'any JSON': ({ random, ids }) => json(jsonText(random, ids)),
  'any booking id': ({ random, ids }) => json(`{"booking_id":${jsonText(random, ids)}}`),
  'a key too many': ({ random, right }) =>
    json(
      right
        .replace(/}$/, `,"${random.pick(['__proto__', 'status', 'host_id', 'room', CANARY])}":1}`)
        .replace('{,', '{'),
    ),
  'doubled keys': ({ random, ids }) =>
    json(`{"booking_id":${jsonText(random, ids)},"booking_id":"${random.pick(ids)}"}`),
  'cut in a character': ({ random, right }) => json(encode(`${right}"é🙂`).slice(0, -1 - random.below(3))),
  'no UTF-8': ({ random }) => json(random.bytes(random.below(200))),
  'UTF-16': ({ right }) =>
    json(new Uint8Array(new Uint16Array([...right].map((c) => c.charCodeAt(0))).buffer)),
  'at the limit': ({ random, right }) => json(right.padEnd(LIMIT - random.below(2))),
  'above the limit': ({ random, right }) => json(right.padEnd(LIMIT + 1 + random.below(LIMIT))),
  'a form': ({ random }) =>
    form(`${CANARY}=${encodeURIComponent(CANARY)}&RoomName=${encodeURIComponent(wholeText(random))}`),
  'a broken form': () => form(`%&=&&%zz=%ff&${CANARY}`),
  'news without a signature': ({ random, ids }) =>
    form(
      new URLSearchParams({
        Event: 'ended',
        Room: `meeting_${random.pick(ids)}`,
        RoomId: CANARY,
        At: 'never',
      }),
    ),
  multipart: () => {
    const data = new FormData()
    data.set('booking_id', CANARY)
    return { value: data, type: '' }
  },
  'a blob': ({ right }) => json(new Blob([right])),
  'a stream in pieces': ({ random, right }) => json(pieces(encode(right), 1 + random.below(4))),
  'a stream above the limit': () => json(endless(() => new Uint8Array(16_384))),
  'a stream of nothing': () => json(endless(() => new Uint8Array())),
  'a stream of text': () => json(endless(() => CANARY)),
  'a stream that breaks off': ({ right }) => json(breaking(encode(right).slice(0, 20))),
  'a stream without end': () => json(silent(encode('{"booking_id":'))),
  'a stream nobody can stop': () => json(unstoppable()),
}
/** These keep the server waiting, or busy: fewer of them, so that the rest gets its turn. */
const SLOW = new Set([
  'a stream without end',
  'a stream nobody can stop',
  'a stream of nothing',
  'a stream above the limit',
])
const NAMES = Object.keys(MAKERS)

export function makeBody(random: Random, route: MeetingRouteName, ids: readonly string[]): Body {
  let kind = random.chance(0.3) ? 'valid' : random.pick(NAMES)
  if (SLOW.has(kind) && random.chance(0.5)) kind = 'any JSON'
  const make = MAKERS[kind]
  if (make === undefined) throw new Error(`There is no body ${kind}.`)
  return { kind, ...make({ random, ids, right: rightBody(random, route, ids) }) }
}

function pieces(bytes: Uint8Array, size: number): ReadableStream {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
}

function endless(chunk: () => unknown): ReadableStream {
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk()) })
}

function breaking(bytes: Uint8Array): ReadableStream {
  let isSent = false
  return new ReadableStream({
    pull(controller) {
      if (isSent) return controller.error(new Error(`${CANARY} broke off`))
      isSent = true
      controller.enqueue(bytes)
    },
  })
}

function silent(bytes: Uint8Array): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.enqueue(bytes) })
}

function unstoppable(): ReadableStream {
  return new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(40_000)),
    cancel: () => new Promise(() => {}),
  })
}
