import { VideoError } from '../errors/video-error.ts'
import { errorAnswer, type HttpAnswer, RestError } from './http-types.ts'

/** What a handler answers, or what it threw in Twilio's shape. What nobody expected goes to `onFault`. */
export async function answerOrError(
  handle: () => Promise<HttpAnswer>,
  onFault: (error: unknown) => void,
): Promise<HttpAnswer> {
  try {
    return await handle()
  } catch (error) {
    if (error instanceof RestError) return errorAnswer(error)
    if (error instanceof VideoError) return errorAnswer(new RestError(400, error.code, error.message))
    onFault(error)
    return errorAnswer(new RestError(500, 20500, 'Something went wrong in the emulator.'))
  }
}
