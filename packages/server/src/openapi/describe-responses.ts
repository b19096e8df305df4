import { ERROR_CATALOGUE, ERROR_HEADER, type ErrorCode, REQUEST_ID_HEADER } from '@meetings/contract'
import { errorSchemaName } from './error-schemas.ts'
import { schemaRef } from './schemas.ts'

/** The headers that answers refer to. */
export const RESPONSE_HEADERS = {
  RequestId: { description: 'The name of this request.', required: true, schema: { type: 'string' } },
  ErrorCode: { description: 'The code of the body, once more.', required: true, schema: { type: 'string' } },
  RetryAfter: {
    description: 'Seconds after which the same request may succeed. Left out when nobody knows.',
    schema: { type: 'integer', minimum: 1 },
  },
  NoStore: { description: 'Always no-store.', required: true, schema: { const: 'no-store' } },
  Challenge: { description: 'Always Bearer.', required: true, schema: { const: 'Bearer' } },
} as const

const headerRef = (name: keyof typeof RESPONSE_HEADERS) => ({ $ref: `#/components/headers/${name}` })

const ALWAYS = { [REQUEST_ID_HEADER]: headerRef('RequestId'), 'cache-control': headerRef('NoStore') }

/** The answer that went well: a schema's name, a media type, or `null` for one without a body. */
export function successResponse(answer: string | { mediaType: string } | null) {
  if (answer === null) return { 204: { description: 'Taken in.', headers: ALWAYS } }
  const content =
    typeof answer === 'string'
      ? { 'application/json': { schema: schemaRef(answer) } }
      : { [answer.mediaType]: { schema: { type: 'string' } } }
  return { 200: { description: 'It went well.', headers: ALWAYS, content } }
}

/** One response per status, which tells its codes apart. */
export function errorResponses(codes: readonly ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const { status } = ERROR_CATALOGUE[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(Array.from(byStatus, ([status, same]) => [status, errorResponse(status, same)]))
}

function errorResponse(status: number, codes: readonly ErrorCode[]) {
  const names = codes.map(errorSchemaName)
  const canSucceedLater = codes.some((code) => ERROR_CATALOGUE[code].retryable)
  return {
    description: codes.map((code) => `${code}: ${ERROR_CATALOGUE[code].message}`).join('\n\n'),
    headers: {
      ...ALWAYS,
      [ERROR_HEADER]: headerRef('ErrorCode'),
      ...(status === 401 ? { 'www-authenticate': headerRef('Challenge') } : {}),
      ...(canSucceedLater ? { 'retry-after': headerRef('RetryAfter') } : {}),
    },
    content: { 'application/json': { schema: oneOf(names, codes) } },
  }
}

function oneOf(names: readonly string[], codes: readonly ErrorCode[]) {
  const refs = names.map(schemaRef)
  if (refs.length === 1) return refs[0]
  const mapping = Object.fromEntries(codes.map((code) => [code, schemaRef(errorSchemaName(code)).$ref]))
  return { oneOf: refs, discriminator: { propertyName: 'code', mapping } }
}
