import type { RawRequest } from './raw-exchange.ts'

const BOOKING = 'b0000000-0000-4000-8000-000000000000'
export const BODY = `{"booking_id":"${BOOKING}"}`
const HOST = 'Host: app.example.com\r\n'
const AUTH = 'Authorization: Bearer host\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'

/** A request as text: the head's lines, an empty line, the body. */
export function post(headers: string, body = BODY, path = '/api/meetings/leave-video'): string {
  return `POST ${path} HTTP/1.1\r\n${HOST}${AUTH}${JSON_TYPE}${headers}\r\n${body}`
}
export function get(headers = '', path = '/api/meetings/health'): string {
  return `GET ${path} HTTP/1.1\r\n${HOST}${headers}\r\n`
}
const length = `Content-Length: ${BODY.length}\r\n`
const chunked = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`
const SMUGGLED = get('X-Request-Id: smuggled\r\n')

export interface Shape extends RawRequest {
  name: string
}

/** Two ways to tell where a body ends: whoever stands before the server may believe the other one. */
export const SMUGGLING: readonly Shape[] = [
  {
    name: 'a length and chunks',
    writes: [post(`${length}Transfer-Encoding: chunked\r\n`, `0\r\n\r\n${SMUGGLED}`)],
  },
  {
    name: 'chunks and a length',
    writes: [post(`Transfer-Encoding: chunked\r\n${length}`, `0\r\n\r\n${SMUGGLED}`)],
  },
  { name: 'two lengths', writes: [post(`Content-Length: 0\r\n${length}`, SMUGGLED)] },
  { name: 'two lengths in one', writes: [post(`Content-Length: 0, ${BODY.length}\r\n`, SMUGGLED)] },
  { name: 'a length with a sign', writes: [post(`Content-Length: +${BODY.length}\r\n`, SMUGGLED)] },
  { name: 'a negative length', writes: [post('Content-Length: -1\r\n', SMUGGLED)] },
  { name: 'an endless length', writes: [post(`Content-Length: ${'9'.repeat(40)}\r\n`, SMUGGLED)] },
  { name: 'a length in hex', writes: [post('Content-Length: 0x0\r\n', SMUGGLED)] },
  { name: 'chunks that are none', writes: [post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${SMUGGLED}`)] },
  {
    name: 'chunks, then something else',
    writes: [post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${SMUGGLED}`)],
  },
  {
    name: 'two encodings',
    writes: [post('Transfer-Encoding: identity\r\nTransfer-Encoding: x\r\n', SMUGGLED)],
  },
  {
    name: 'a folded header',
    writes: [post(`Transfer-Encoding:\r\n chunked\r\n${length}`, `0\r\n\r\n${SMUGGLED}`)],
  },
  {
    name: 'a space before the colon',
    writes: [post(`Transfer-Encoding : chunked\r\n${length}`, `0\r\n\r\n${SMUGGLED}`)],
  },
  {
    name: 'a chunk as long as the world',
    writes: [post('Transfer-Encoding: chunked\r\n', `ffffffffffffffff\r\n${SMUGGLED}`)],
  },
  { name: 'a chunk without a number', writes: [post('Transfer-Encoding: chunked\r\n', `zz\r\n${SMUGGLED}`)] },
  { name: 'a line feed only', writes: [post('Transfer-Encoding: chunked\n', `0\n\n${SMUGGLED}`)] },
  { name: 'a NUL in a header', writes: [post('X-A: a\u0000b\r\n', SMUGGLED)] },
  { name: 'a carriage return in a header', writes: [post('X-A: a\rX-B: b\r\n', SMUGGLED)] },
]

/** Requests that are odd, slow or broken, each to be answered once or cut off. */
export const ODD: readonly Shape[] = [
  { name: 'no host', writes: ['GET /api/meetings/health HTTP/1.1\r\n\r\n'] },
  { name: 'two hosts', writes: [get('Host: evil.example.org\r\n')] },
  { name: 'a host that is none', writes: ['GET /api/meetings/health HTTP/1.1\r\nHost: [::\r\n\r\n'] },
  { name: 'HTTP/1.0', writes: ['GET /api/meetings/health HTTP/1.0\r\n\r\n'] },
  { name: 'HTTP/9', writes: ['GET /api/meetings/health HTTP/9.9\r\n\r\n'] },
  { name: 'no version', writes: ['GET /api/meetings/health\r\n\r\n'] },
  { name: 'no HTTP', writes: ['\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'] },
  { name: 'a whole address', writes: [get('', 'http://evil.example.org/api/meetings/health')] },
  { name: 'half an address', writes: [get('', 'http://[/api/meetings/health')] },
  { name: 'an address for a star', writes: [`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`] },
  { name: 'TRACE', writes: [`TRACE /api/meetings/health HTTP/1.1\r\n${HOST}Cookie: canary-7c1f\r\n\r\n`] },
  { name: 'CONNECT', writes: [`CONNECT app.example.com:443 HTTP/1.1\r\n${HOST}\r\n`] },
  { name: 'an unknown method', writes: [`BREW /api/meetings/health HTTP/1.1\r\n${HOST}\r\n`] },
  { name: 'an upgrade', writes: [get('Connection: Upgrade\r\nUpgrade: websocket\r\n')] },
  { name: 'an upgrade to HTTP/2', writes: [get('Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n')] },
  { name: 'the preface of HTTP/2', writes: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'] },
  { name: 'a path of bytes', writes: [get('', '/api/meetings/\u00ff\u00fe')] },
  { name: 'two slashes first', writes: [get('', '//api/meetings/health')] },
  { name: 'a header of 100 kB', writes: [get(`X-A: ${'a'.repeat(100_000)}\r\n`)] },
  { name: 'three thousand headers', writes: [get('X-A: a\r\n'.repeat(3_000))] },
  { name: 'bytes above ASCII in headers', writes: [get('X-A: \u00e9\u00ff\r\nCookie: \u0080\r\n')] },
  { name: 'a body on GET', writes: [get(length) + BODY] },
  { name: 'expects to be told to go on', writes: [post(`Expect: 100-continue\r\n${length}`)], answers: 2 },
  { name: 'expects something else', writes: [post(`Expect: canary-7c1f\r\n${length}`)] },
  { name: 'chunks', writes: [post('Transfer-Encoding: chunked\r\n', chunked)] },
  {
    name: 'chunks with extensions',
    writes: [post('Transfer-Encoding: chunked\r\n', `1;${'a=b;'.repeat(50)}\r\n{\r\n0\r\n\r\n`)],
  },
  {
    name: 'trailers',
    writes: [
      post('Transfer-Encoding: chunked\r\nTrailer: X-A\r\n', `0\r\nAuthorization: Bearer host\r\n\r\n`),
    ],
  },
  { name: 'a body byte by byte', writes: [post(length, ''), ...BODY], pauseMs: 1 },
  { name: 'a body that never comes', writes: [post(length, '')] },
  { name: 'half a body, then silence', writes: [post(length, BODY.slice(0, 20))] },
  { name: 'a body far above the limit', writes: [post('Content-Length: 300000\r\n', ' '.repeat(300_000))] },
  {
    name: 'chunks far above the limit',
    writes: [post('Transfer-Encoding: chunked\r\n', `40000\r\n${' '.repeat(0x40000)}\r\n0\r\n\r\n`)],
  },
  { name: 'compressed garbage', writes: [post(`Content-Encoding: gzip\r\n${length}`)] },
]
