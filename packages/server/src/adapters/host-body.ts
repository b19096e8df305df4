import type { Readable } from 'node:stream'
import type { BodyFate } from '../http/read-body.ts'

/** Where the body of a request may be, after a host's middleware has had it. */
export interface HostBody {
  /** The request, or what a hook of the host put in its place. */
  stream: Readable
  contentType: string | undefined
  /** `req.rawBody`: kept by a `verify` hook, Google Cloud Functions, and others. */
  rawBody: unknown
  /** `req.body`: what a body parser left. */
  parsed: unknown
}

/** `null`: still in the stream. */
export interface RescuedBody {
  bytes: string | Uint8Array<ArrayBuffer> | null
  fate: BodyFate
}

/** The best copy of the body there is, and whether it is the one that was sent. */
export function rescueBody({ stream, contentType, rawBody, parsed }: HostBody): RescuedBody {
  // Not `parsed === undefined`: Express 4's parsers set `req.body = {}` for bodies they leave alone.
  const isUntouched = !stream.readableDidRead && !stream.readableEnded
  if (isUntouched && !stream.destroyed) return { bytes: null, fate: null }
  const kept = asBytes(rawBody) ?? asBytes(parsed)
  if (kept !== null) return { bytes: kept, fate: null }
  // The caller hung up before anybody read: no mistake of the host's, and the stream says so to whoever reads.
  if (isUntouched && parsed === undefined) return { bytes: null, fate: null }
  const isForm = /^\s*application\/x-www-form-urlencoded\b/i.test(contentType ?? '')
  const written = isForm ? writeForm(parsed) : writeJson(parsed)
  return written === null ? { bytes: '', fate: 'lost' } : { bytes: written, fate: 'rewritten' }
}

function asBytes(value: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (typeof value === 'string') return value
  return value instanceof Uint8Array ? new Uint8Array(value) : null
}

function writeJson(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null
  } catch {
    // A reviver of the host made something that JSON cannot say.
    return null
  }
}

/** Fields in any order are still the same fields; what a parser nested cannot be told apart any more. */
function writeForm(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const form = new URLSearchParams()
  for (const [name, field] of Object.entries(value)) {
    for (const one of Array.isArray(field) ? field : [field]) {
      if (typeof one !== 'string') return null
      form.append(name, one)
    }
  }
  return form.toString()
}
