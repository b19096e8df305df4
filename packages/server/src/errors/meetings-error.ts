import { ERROR_CATALOGUE, type ErrorCode } from '@meetings/contract'

export interface MeetingsErrorOptions {
  /** A sentence for a person; the catalogue's own when left out. */
  message?: string
  /** Machine-readable particulars, sent to the client. Never put secrets here. */
  details?: unknown
  /** Sent as `Retry-After`. */
  retryAfterSeconds?: number
  /** What really happened. Goes to `onError`, never to the client. */
  cause?: unknown
}

/** Every failure the handlers answer and `api` throws. Recognise it by `code` (`isMeetingsError`). */
export class MeetingsError extends Error {
  override readonly name = 'MeetingsError'
  readonly code: ErrorCode
  /** HTTP status. */
  readonly status: number
  /** Whether the very same request may succeed later. */
  readonly retryable: boolean
  readonly details: unknown
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, options: MeetingsErrorOptions = {}) {
    const entry = ERROR_CATALOGUE[code]
    super(
      options.message ?? entry.message,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.code = code
    this.status = entry.status
    this.retryable = entry.retryable
    this.details = options.details
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** True for a `MeetingsError`, also one made by another copy of this package. */
export function isMeetingsError(value: unknown): value is MeetingsError {
  return (
    value instanceof Error &&
    value.name === 'MeetingsError' &&
    'code' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(ERROR_CATALOGUE, value.code)
  )
}

/** The error itself when it is one of ours, else `code` with the error as its cause. */
export function toMeetingsError(error: unknown, code: ErrorCode = 'INTERNAL'): MeetingsError {
  return isMeetingsError(error) ? error : new MeetingsError(code, { cause: error })
}

/** What really happened, as one line for the owner of the server; `null` when there is nothing behind the error. */
export function causeOf({ cause }: MeetingsError): string | null {
  if (cause === undefined) return null
  try {
    if (cause instanceof Error) return `${cause.name}: ${cause.message}`
  } catch {
    return 'Something was thrown that cannot even be read.'
  }
  return 'Something that is no Error was thrown.'
}

/** A mistake in the setup that shows only while the server runs. `hint` says what to change, to the owner only. */
export function configInvalid(hint: string, cause?: unknown): MeetingsError {
  return new MeetingsError('CONFIG_INVALID', {
    cause: new Error(hint, cause === undefined ? undefined : { cause }),
  })
}
