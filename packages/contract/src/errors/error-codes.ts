/** Every code a request can fail with. Apart from the catalogue, so that a browser need not load its sentences. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'ORIGIN_REJECTED',
  'BOOKING_NOT_FOUND',
  'ROUTE_NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'JOIN_TOO_EARLY',
  'BOOKING_ENDED',
  'BOOKING_CANCELLED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'BODY_UNREADABLE',
  'VALIDATION_FAILED',
  'INTERNAL',
  'VIDEO_UNAVAILABLE',
  'STORE_UNAVAILABLE',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]
