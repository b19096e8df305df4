import { configInvalid, MeetingsError } from '../errors/meetings-error.ts'

/** 64 kB: far more than any request of ours needs. */
export const MAX_BODY_BYTES = 64 * 1024

/**
 * What a Node host did to the body before we saw it; set by the Node adapter.
 * `rewritten`: a parser read it, and what it made of it was written again. `lost`: nothing is left.
 */
export type BodyFate = 'rewritten' | 'lost' | null

export function bodyFate(request: Request): BodyFate {
  const fate = (request as { [BODY_FATE]?: unknown })[BODY_FATE]
  if (fate === 'rewritten' || fate === 'lost') return fate
  return request.bodyUsed ? 'lost' : null
}

/** A registered symbol, so that two copies of this package understand each other. */
export const BODY_FATE: unique symbol = Symbol.for('@meetings/server/body') as never

/**
 * The body as text. Reads at most `MAX_BODY_BYTES`, whatever the headers claim.
 * Throws `PAYLOAD_TOO_LARGE`, `BODY_UNREADABLE` (also for bytes that are no UTF-8) or, when somebody took the
 * body before us, `CONFIG_INVALID`.
 */
export async function readBody(request: Request): Promise<string> {
  if (bodyFate(request) === 'lost') {
    throw configInvalid(
      'The request body was read before it reached the meetings handler. Pass the request on untouched, or a clone of it.',
    )
  }
  const bytes = await readLimited(request.body)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new MeetingsError('BODY_UNREADABLE', { cause })
  }
}

async function readLimited(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (body === null) return new Uint8Array()
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new MeetingsError('BODY_UNREADABLE', { cause })
    })
    if (done) return concat(chunks, size)
    size += value.byteLength
    if (size > MAX_BODY_BYTES) {
      await reader.cancel()
      throw new MeetingsError('PAYLOAD_TOO_LARGE')
    }
    chunks.push(value)
  }
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
