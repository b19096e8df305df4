import type { ServerResponse } from 'node:http'

/** Headers that several can have a say in: the host's own values stay. */
const SHARED_HEADERS = new Set(['set-cookie', 'vary'])

/** Writes a web response to a Node one, as fast as the caller reads it. Rejects when its body breaks off. */
export async function sendResponse(res: ServerResponse, response: Response): Promise<void> {
  res.statusCode = response.status
  // HTTP/2 has no reasons.
  if (response.statusText !== '' && res.req.httpVersionMajor === 1) res.statusMessage = response.statusText
  for (const [name, value] of response.headers) {
    if (SHARED_HEADERS.has(name)) res.appendHeader(name, value)
    else res.setHeader(name, value)
  }
  if (response.body !== null) await writeBody(res, response.body.getReader())
  res.end()
}

async function writeBody(res: ServerResponse, body: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const stop = () => void body.cancel().catch(() => {})
  if (res.destroyed) return stop()
  res.once('close', stop)
  for (let chunk = await body.read(); !chunk.done; chunk = await body.read()) {
    if (!res.write(chunk.value)) await drained(res)
  }
  res.off('close', stop)
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const proceed = () => {
      res.off('drain', proceed).off('close', proceed)
      resolve()
    }
    if (res.destroyed) proceed()
    else res.once('drain', proceed).once('close', proceed)
  })
}
