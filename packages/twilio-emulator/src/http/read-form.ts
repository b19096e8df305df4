import type { IncomingMessage } from 'node:http'
import { RestError } from './http-types.ts'

const LARGEST_BODY_BYTES = 64 * 1024

/** Reads a form body, or a flat JSON object as one. Throws a `RestError` for a body that is too large or unreadable. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY_BYTES) throw new RestError(413, 20413, 'The body is larger than 64 kB.')
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  const isJson = request.headers['content-type']?.includes('json') ?? false
  return isJson && text ? jsonAsForm(text) : new URLSearchParams(text)
}

function jsonAsForm(text: string): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(parseObject(text))) {
    if (value !== null && value !== undefined) form.set(name, String(value))
  }
  return form
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Answered below, together with JSON that is no object.
  }
  throw new RestError(400, 20001, 'The body must be a form or a JSON object.')
}
