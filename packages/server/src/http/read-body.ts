import { configInvalid, MeetingsError, toMeetingsError } from '../errors/meetings-error.ts'
import { withDeadline } from '../operations/deadline.ts'

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
 * The body as text. Reads at most `MAX_BODY_BYTES`, whatever the headers claim, and for at most `ms` milliseconds.
 * Throws `PAYLOAD_TOO_LARGE`, `BODY_UNREADABLE` (also for bytes that are no UTF-8, and for a body that does not
 * end) or, when somebody took the body before us, `CONFIG_INVALID`.
 */
export async function readBody(request: Request, ms: number): Promise<string> {
  const { body } = request
  if (bodyFate(request) === 'lost' || body?.locked) {
    throw configInvalid(
      'The request body was read before it reached the meetings handler. Pass the request on untouched, or a clone of it.',
    )
  }
  if (body === null) return ''
  const reader = body.getReader()
  try {
    const bytes = await withDeadline({ what: 'The request body', ms }, () => readLimited(reader))
    return UTF8.decode(bytes)
  } catch (error) {
    // Not waited for: whoever sends the body decides when, and whether, that is done.
    void reader.cancel().catch(() => {})
    throw toMeetingsError(error, 'BODY_UNREADABLE')
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

async function readLimited(reader: ReadableStreamDefaultReader<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  let reads = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concat(chunks, size)
    if (!ArrayBuffer.isView(value)) throw new TypeError('The request body holds something that is no bytes.')
    size += value.byteLength
    reads += 1
    // Reads are limited, too: chunks without a byte could come without end.
    if (size > MAX_BODY_BYTES || reads > MAX_BODY_BYTES) throw new MeetingsError('PAYLOAD_TOO_LARGE')
    chunks.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  }
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0]
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
