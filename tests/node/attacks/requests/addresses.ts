import type { Random } from './random.ts'
import { CANARY, wholeText } from './values.ts'

const ROUTES: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/launch-video'],
  ['POST', '/refresh-token'],
  ['POST', '/leave-video'],
  ['POST', '/end-video'],
  ['GET', '/bookings'],
  ['POST', '/twilio/status-callback'],
  ['GET', '/openapi.json'],
  ['GET', '/health'],
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
]

/** Where a request goes, and how; `base` is where the routes are. Most go where something answers. */
export function makeAddress(random: Random, base: string, cursors: readonly string[]) {
  const [right, plain] = random.pick(ROUTES)
  const method = random.chance(0.2) ? random.pick(ODD_METHODS) : right
  const path = random.chance(0.15) ? random.pick(TWISTS)(plain, random) : plain
  const query = random.chance(0.25) ? random.pick(QUERIES)(random, cursors) : ''
  return { method, url: `${base}${path}${query}` }
}
