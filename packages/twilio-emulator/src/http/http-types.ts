/** A request as the handlers see it. */
export interface HttpRequest {
  method: string
  /** Decoded path segments: `/v1/Rooms/a%20b` is `['v1', 'Rooms', 'a b']`. */
  segments: readonly string[]
  query: URLSearchParams
  /** The fields of a form body; a JSON object's text fields are read as a form. */
  form: URLSearchParams
}

export interface HttpAnswer {
  status: number
  body: unknown
}

/** A refusal in the shape of Twilio's REST errors. */
export class RestError extends Error {
  override readonly name = 'RestError'
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function errorAnswer({ status, code, message }: RestError): HttpAnswer {
  const more_info = `https://www.twilio.com/docs/errors/${code}`
  return { status, body: { code, message, more_info, status } }
}
