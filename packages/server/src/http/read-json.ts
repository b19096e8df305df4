import { MeetingsError } from '../errors/meetings-error.ts'
import { requireMediaType } from './media-type.ts'
import { readBody } from './read-body.ts'

/** The JSON value of a request's body. Throws what `readBody` throws, or `UNSUPPORTED_MEDIA_TYPE`. */
export async function readJson(request: Request, ms: number): Promise<unknown> {
  requireMediaType(request, 'application/json')
  const text = await readBody(request, ms)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new MeetingsError('BODY_UNREADABLE', { cause })
  }
}
