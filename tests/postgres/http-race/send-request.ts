import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { IDEMPOTENCY_HEADER, MEETING_ROUTES, type MeetingRouteName, pathOfRoute } from '@meetings/contract'

/** A request to one of our routes, as somebody. */
export interface Sent {
  route: MeetingRouteName
  as: string
  /** In the path. */
  id?: string
  body: object
  key?: string | null
}

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}

const AGENT = new Agent({ keepAlive: true, maxSockets: 100 })

/** Sends it and reads the answer. */
export async function sendRequest(port: number, sent: Sent): Promise<Answer> {
  const response = await answerTo(port, sent, AGENT)
  const body = await text(response)
  const json: Record<string, unknown> = body === '' ? {} : JSON.parse(body)
  return { status: response.statusCode ?? 0, headers: response.headers, body: json }
}

/**
 * Sends it on a connection of its own and breaks that off when the answer begins: the server has done its work by
 * then, and what was booked never reaches the client. Resolves with the status nobody saw.
 */
export async function sendAndHangUp(port: number, sent: Sent): Promise<number> {
  const response = await answerTo(port, sent, new Agent())
  response.destroy()
  return response.statusCode ?? 0
}

function answerTo(port: number, sent: Sent, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    openRequest(port, sent, agent).on('response', resolve).on('error', reject)
  })
}

/** A request on its way; destroy it to be a client that dies. */
export function openRequest(port: number, sent: Sent, agent: Agent): ClientRequest {
  const { route, as, id, body, key } = sent
  return request({
    port,
    host: '127.0.0.1',
    agent,
    method: MEETING_ROUTES[route].method,
    path: `/api/meetings${pathOfRoute(route, id)}`,
    headers: {
      authorization: JSON.stringify({ id: as }),
      'content-type': 'application/json',
      ...(key ? { [IDEMPOTENCY_HEADER]: key } : {}),
    },
  }).end(JSON.stringify(body))
}
