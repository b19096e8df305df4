import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import type { Random } from './random.ts'
import { TYPE_ID } from './right-bodies.ts'
import type { Target } from './target.ts'
import { CANARY, wholeText } from './values.ts'

/** Every route there is. */
const ROUTES = Object.keys(MEETING_ROUTES) as MeetingRouteName[]

/** What stands in a path where an id belongs. */
const ODD_IDS: readonly string[] = [
  ...['', ' ', '..', '%2e%2e', '%00', '%', '%ff', '__proto__', 'constructor', CANARY, 'a'.repeat(9000)],
  ...['null', '0', '*', '{id}', ':id', 'B0000000-0000-4000-8000-000000000001'],
]

const ODD_METHODS: readonly string[] = [
  ...['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'post', 'get', 'patch', 'Post'],
  ...['PROPFIND', 'M-SEARCH', 'QUERY', '0', '!'],
  // What every object has: a route table must not answer to it.
  ...['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'],
]

const TWISTS: readonly ((path: string, random: Random) => string)[] = [
  (path) => path.toUpperCase(),
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => `/${path}`,
  (path) => `/.${path}`,
  (path) => `/x/..${path}`,
  (path) => `/%2e%2e${path}`,
  (path) => path.replaceAll('/', '%2f'),
  (path) => path.replaceAll('/', '\\'),
  (path) => `${path}%00`,
  (path) => `${path};${CANARY}`,
  (path) => `${path}/${CANARY}`,
  (path, random) => `${path}${encodeURIComponent(wholeText(random))}`,
  (path) => `${path}/${'a/'.repeat(3000)}`,
  () => '/__proto__',
  () => '/constructor',
  () => `/%e0%80%af${CANARY}`,
  () => '',
]

const FREE_TIMES = { meeting_type_id: TYPE_ID, from: '2026-11-23', to: '2026-11-24', time_zone: 'UTC' }

const QUERIES: readonly ((random: Random, cursors: readonly string[]) => string)[] = [
  () => '?scope=all',
  (random) => `?scope=${encodeURIComponent(wholeText(random))}`,
  (random) =>
    `?limit=${random.pick(['0', '-1', '1e400', '1.5', '', '0x10', '100', '101', 'NaN', '9'.repeat(400)])}`,
  (random, cursors) => `?cursor=${random.pick(cursors)}`,
  () => `?cursor=${btoa('["0000-00-00T00:00:00Z","x"]')}`,
  () =>
    `?cursor=${btoa(`["2026-01-01T00:00:00.${'1'.repeat(200)}Z","b0000000-0000-4000-8000-000000000001"]`)}`,
  () => '?__proto__=1&constructor=2&toString=3',
  () => `?${CANARY}=${CANARY}`,
  () => `?${'a=b&'.repeat(3000)}`,
  () => '?%&%=%zz&&&',
  () => '?scope=all&scope=past&scope[]=all&scope.toString=1',
  () => `?${new URLSearchParams(FREE_TIMES)}`,
  (random) =>
    `?${new URLSearchParams({
      ...FREE_TIMES,
      [random.pick(['meeting_type_id', 'from', 'to', 'time_zone', 'booking_id', 'toString'])]: random.pick([
        ...['', 'UTC', '2026-02-30', '+999999-01-01', '2026-11-23T00:00', TYPE_ID, CANARY],
        wholeText(random),
      ]),
    })}`,
]

/** Where a request goes, and how. Most go where something answers. */
export function makeAddress(random: Random, { base, bookingIds, cursors }: Target) {
  const route = random.pick(ROUTES)
  const { method: right, path: pattern } = MEETING_ROUTES[route]
  const method = random.chance(0.2) ? random.pick(ODD_METHODS) : right
  const plain = pattern.replace(':id', random.pick(random.chance(0.8) ? bookingIds : ODD_IDS))
  const path = random.chance(0.15) ? random.pick(TWISTS)(plain, random) : plain
  const looksAtHosts = route === 'readModeration' && random.chance(0.7)
  const asksForTimes = route === 'listAvailability' && random.chance(0.5)
  const query = looksAtHosts
    ? `?booking_id=${random.pick(bookingIds)}`
    : asksForTimes
      ? `?${new URLSearchParams(FREE_TIMES)}`
      : random.chance(0.25)
        ? random.pick(QUERIES)(random, cursors)
        : ''
  return { route, method, url: `${base}${path}${query}` }
}
