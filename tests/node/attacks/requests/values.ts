import type { Random } from './random.ts'

/** Stands in everything a caller makes up: no answer may ever repeat it. */
export const CANARY = 'canary-7c1f'

const LIMIT = 64 * 1024

/** Text that has broken parsers before. */
const ODD_TEXT: readonly string[] = [
  '',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\udfff\ud800',
  'é'.normalize('NFD'),
  '🙂'.repeat(20),
  '\u202Emoc.elpmaxe',
  '../../etc/passwd',
  '%00%ff%u0000',
  "' or 1=1 --",
  '{{7*7}}<%= 7 %>',
  '<script>alert(1)</script>',
  'a'.repeat(9000),
  '-0',
  'NaN',
  '9'.repeat(400),
]

/** The raw text of a JSON value, written out because `JSON.stringify` would tidy it. */
export function jsonText(random: Random, bookingIds: readonly string[], depth = 0): string {
  const kinds = depth > 3 ? SCALARS : [...SCALARS, ...CONTAINERS]
  return random.pick(kinds)(random, bookingIds, depth)
}

type Writer = (random: Random, bookingIds: readonly string[], depth: number) => string

const SCALARS: readonly Writer[] = [
  (random, ids) => JSON.stringify(random.pick(ids)),
  (random) => JSON.stringify(CANARY + random.pick(ODD_TEXT)),
  (random) =>
    random.pick(['0', '-0', '1e400', '-1e400', '1e-400', '9'.repeat(400), '0.1', '9007199254740993']),
  (random) => random.pick(['true', 'false', 'null']),
  (random) => random.pick(['"\\ud800"', '"\\u0000"', '"\\u005f\\u005fproto\\u005f\\u005f"', '"\\/"']),
  // No JSON at all.
  (random) =>
    random.pick(['NaN', 'undefined', "'a'", '01', '+1', '"\n"', '{', '[1,]', '{"a":1,}', '//x\n1', '']),
]

const CONTAINERS: readonly Writer[] = [
  (random, ids, depth) =>
    `[${Array.from({ length: random.below(4) }, () => jsonText(random, ids, depth + 1)).join()}]`,
  (random, ids, depth) => objectText(random, ids, depth),
  (random) => nested(random.pick(['[', '{"a":', '{"__proto__":', '{"booking_id":']), random.below(LIMIT)),
]

const KEYS: readonly string[] = [
  'booking_id',
  'booking_id',
  'BOOKING_ID',
  'bookingId',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  'status',
  'host_id',
  'viewerRole',
  'token',
  '',
  CANARY,
]

function objectText(random: Random, ids: readonly string[], depth: number): string {
  const members = Array.from(
    { length: random.below(5) },
    () => `${JSON.stringify(random.pick(KEYS))}:${jsonText(random, ids, depth + 1)}`,
  )
  return `{${members.join()}}`
}

/** As deep as `bytes` allow, closed or not. */
function nested(opening: string, bytes: number): string {
  const levels = Math.floor(bytes / (opening.length + 1))
  return `${opening.repeat(levels)}${opening === '[' ? '' : '1'}${(opening === '[' ? ']' : '}').repeat(levels)}`
}

export function oddText(random: Random): string {
  return random.pick(ODD_TEXT)
}

/** The same without halves of characters, which an address cannot hold. */
export function wholeText(random: Random): string {
  return oddText(random).replace(/\p{Surrogate}/gu, '')
}
