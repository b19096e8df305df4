import type { Random } from './random.ts'
import { CANARY } from './values.ts'

type Line = readonly [name: string, value: string]

const LINES: readonly ((random: Random) => Line)[] = [
  () => ['authorization', 'Bearer'],
  () => ['authorization', `Bearer ${CANARY}`],
  () => ['Authorization', `bearer  ${CANARY} ${CANARY}`],
  () => ['AUTHORIZATION', `Basic ${btoa(`${CANARY}:${CANARY}`)}`],
  () => ['authorization', `Bearer ${CANARY}.${'e'.repeat(8000)}.${CANARY}`],
  () => ['authorization', `Digest ${'\u00ff'.repeat(40)}`],
  () => ['cookie', `sb-access-token=${CANARY}; sb-access-token.0=${CANARY}`],
  () => ['cookie', `${'a=b;'.repeat(2000)}`],
  () => ['cookie', '=;;;=;__proto__=1; constructor=2'],
  (random) => ['x-request-id', random.pick(['ok-1', `${CANARY} <b>`, 'a'.repeat(200), '\u00e9', '../x', ''])],
  (random) => ['x-forwarded-for', random.pick(['1.2.3.4', `${CANARY}, 1.2.3.4`, '::1', '', ','.repeat(500)])],
  (random) => ['x-forwarded-host', random.pick([CANARY, 'evil.example.org:99999', '//', '[::1', 'a b', '@'])],
  (random) => ['x-forwarded-proto', random.pick(['https', 'javascript', '', CANARY, 'http, https', '//'])],
  (random) => ['forwarded', random.pick([`for=${CANARY};host=${CANARY}`, 'for="'])],
  (random) => ['host', random.pick(['app.example.com', CANARY, '', '[', 'app.example.com:99999999'])],
  (random) => ['origin', random.pick(['null', `https://${CANARY}.org`, 'https://app.example.com', 'x', ''])],
  (random) => ['sec-fetch-site', random.pick(['same-origin', 'cross-site', 'none', 'same-site', CANARY])],
  (random) => ['sec-fetch-mode', random.pick(['navigate', 'cors', 'no-cors', CANARY])],
  (random) => ['access-control-request-method', random.pick(['POST', CANARY])],
  (random) => ['content-length', random.pick(['0', '5', '999999999', '-1', '1e9', 'NaN'])],
  (random) => ['content-encoding', random.pick(['gzip', 'br', 'deflate', 'identity', CANARY])],
  (random) => ['transfer-encoding', random.pick(['chunked', 'identity', `${CANARY}, chunked`])],
  (random) => ['x-twilio-signature', random.pick([CANARY, '', 'AAAA='])],
  (random) => ['x-fake-signature', random.pick([CANARY, 'fnv1a=0'])],
  (random) => ['accept', random.pick(['text/html', 'application/xml', CANARY, '*/*;q=0'])],
  (random) => ['idempotency-key', random.pick([CANARY, 'a'.repeat(8000)])],
  (random) => ['x-http-method-override', random.pick(['DELETE', 'GET'])],
  (random) => ['__proto__', random.pick(['polluted', CANARY])],
  (random) => [`x-${'long'.repeat(1 + random.below(40))}`, CANARY.repeat(1 + random.below(900))],
  () => ['range', 'bytes=0-1'],
  () => ['if-none-match', '*'],
  () => ['expect', '100-continue'],
  () => ['connection', 'close, content-length, authorization'],
]

const TYPES: readonly string[] = [
  'application/json',
  'APPLICATION/JSON; CHARSET=UTF-8',
  'application/json;charset="utf-8"',
  'application/json; charset=utf-16',
  'application/json; charset=latin1; charset=utf-8',
  'application/json;;;==;',
  'application/x-www-form-urlencoded',
  `multipart/form-data; boundary=${CANARY}`,
  'text/plain',
  'application/jsonp',
  `application/json; ${CANARY}`,
  '',
]

/** Headers of somebody who means no good, with `type` for the body unless they lie about that, too. */
export function makeHeaders(random: Random, type: string, people: readonly string[]): Headers {
  const headers = new Headers()
  const said = random.chance(0.75) ? type : random.pick(TYPES)
  if (said !== '') headers.append('content-type', said)
  if (random.chance(0.65)) headers.append('authorization', `Bearer ${random.pick(people)}`)
  for (let left = random.below(5); left > 0; left--) {
    const [name, value] = random.pick(LINES)(random)
    headers.append(name, value)
  }
  return headers
}
