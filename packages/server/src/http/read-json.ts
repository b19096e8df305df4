import { MeetingsError } from '../errors/meetings-error.ts'

/** 64 kB: far more than any request of ours needs. */
export const MAX_BODY_BYTES = 64 * 1024

/**
 * The JSON value of a request's body. Reads at most `MAX_BODY_BYTES`, whatever the headers claim.
 * Throws `UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE` or `BODY_UNREADABLE`.
 */
export async function readJson(request: Request): Promise<unknown> {
  assertJson(request.headers.get('content-type'))
  if (request.bodyUsed) {
    throw new Error(
      'The request body was read before it reached the meetings handler. Pass the request on untouched, or a clone of it.',
    )
  }
  const bytes = await readLimited(request.body)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new MeetingsError('BODY_UNREADABLE', { cause })
  }
}

function assertJson(contentType: string | null): void {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((one) => one.startsWith('charset='))
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset)
  if (type?.trim() !== 'application/json' || !isUtf8) throw new MeetingsError('UNSUPPORTED_MEDIA_TYPE')
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
