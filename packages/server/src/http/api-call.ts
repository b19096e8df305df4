import { toMeetingsError } from '../errors/meetings-error.ts'

/** Whatever fails carries a code. A closure, so that bad input rejects instead of throwing. */
export async function withCode<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw toMeetingsError(error)
  }
}
