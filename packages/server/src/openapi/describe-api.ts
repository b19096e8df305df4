import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import { errorResponses, RESPONSE_HEADERS, successResponse } from './describe-responses.ts'
import type { OperationNotes } from './operation-notes.ts'
import { CODES_BY_ACCESS, OPERATIONS } from './operations.ts'
import { type JsonSchema, jsonSchemas, schemaRef } from './schemas.ts'

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of the booking or hold.',
  schema: { type: 'string', format: 'uuid' },
}
const REQUEST_ID = { $ref: '#/components/parameters/RequestId' }

/**
 * The OpenAPI 3.1 document of these routes, made from the schemas that read the requests. `serverUrl` is where the
 * routes live: a full address, or a path on the host that serves this document.
 */
export function describeApi(serverUrl: string, routes: readonly MeetingRouteName[]) {
  const schemas = jsonSchemas()
  return {
    openapi: '3.1.0',
    info: {
      title: 'Meetings',
      version: '1',
      description:
        'Booked video meetings. Requests are snake_case, answers camelCase, times ISO 8601 in UTC. Every failure is ' +
        'JSON with a `code` from a closed list, repeated in the header `x-meetings-error`. An unknown address answers ' +
        'ROUTE_NOT_FOUND (404), a wrong method METHOD_NOT_ALLOWED (405). Nothing may be cached.',
    },
    servers: [{ url: serverUrl === '' ? '/' : serverUrl }],
    tags: ['Calls', 'Bookings', 'Booking', 'Operations'].map((name) => ({ name })),
    paths: describePaths(routes, schemas),
    components: {
      schemas: { ...schemas, Error: anyError(schemas) },
      headers: RESPONSE_HEADERS,
      parameters: {
        RequestId: {
          name: 'x-request-id',
          in: 'header',
          description: 'Your own name for this request, taken over into answer, log and events.',
          schema: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9._:-]+$' },
        },
      },
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'bearer',
          description:
            'The access token of your own sign-in. Where the host reads a session cookie instead, the request must ' +
            'come from one of its own or trusted pages, else ORIGIN_REJECTED (403).',
        },
        twilioSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Twilio-Signature',
          description:
            'HMAC over the public address and the form, made with the auth token of the Twilio account.',
        },
      },
    },
  }
}

function describePaths(routes: readonly MeetingRouteName[], schemas: Record<string, JsonSchema>) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const name of routes) {
    const { method, path } = MEETING_ROUTES[name]
    const notes = OPERATIONS[name]
    const address = path.replace(':id', '{id}')
    const operation = describeOperation(name, notes, schemas)
    if (path !== address) operation.parameters.unshift(ID)
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation }
  }
  return paths
}

function describeOperation(name: string, notes: OperationNotes, schemas: Record<string, JsonSchema>) {
  const { tag, summary, description, access, request, header, answer, codes } = notes
  return {
    operationId: name,
    tags: [tag],
    summary,
    description,
    security: SECURITY[access],
    parameters: [
      ...queryParameters(request, schemas),
      ...(header === undefined ? [] : [{ ...header, in: 'header' }]),
      REQUEST_ID,
    ] as object[],
    ...requestBody(request),
    responses: {
      ...successResponse(answer),
      ...errorResponses([...CODES_BY_ACCESS[access], ...codes]),
    },
  }
}

const SECURITY = {
  person: [{ session: [] }],
  signed: [{ twilioSignature: [] }],
  open: [],
} satisfies Record<OperationNotes['access'], unknown>

function queryParameters(request: OperationNotes['request'], schemas: Record<string, JsonSchema>) {
  if (request === null || request === 'form' || !('query' in request)) return []
  const { properties = {}, required = [] } = schemas[request.query] as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }))
}

function requestBody(request: OperationNotes['request']) {
  if (request === 'form') {
    const schema = { type: 'object', additionalProperties: { type: 'string' } }
    return { requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema } } } }
  }
  if (request === null || 'query' in request) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaRef(request.json) } } },
  }
}

/** Any failure, told apart by its code. */
function anyError(schemas: Record<string, JsonSchema>): JsonSchema {
  const names = Object.keys(schemas).filter((name) => name.endsWith('Error'))
  return { description: 'Any failure, told apart by `code`.', oneOf: names.map(schemaRef) }
}
