import { MeetingsError } from '../errors/meetings-error.ts'

/** Throws `UNSUPPORTED_MEDIA_TYPE` unless the request's body is of this type, in UTF-8. */
export function requireMediaType(request: Request, wanted: string): void {
  const [type, ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((one) => one.startsWith('charset='))
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset)
  if (type?.trim() !== wanted || !isUtf8) throw new MeetingsError('UNSUPPORTED_MEDIA_TYPE')
}
