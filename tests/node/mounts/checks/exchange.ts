import { connect } from 'node:net'
import type { Host, Mount } from '../mount.ts'
import type { Seen } from '../subject/observe.ts'

/** One mount while it is being checked. */
export interface Exchange {
  mount: Mount
  host: Host
  /** The path of a route, below the mount's own. */
  path(route: string): string
  ask(route: string, init?: RequestInit): Promise<Response>
  seen(): Promise<Seen>
}

export function exchangeWith(mount: Mount, host: Host): Exchange {
  const path = (route: string) => (mount.basePath ?? '/api/meetings') + route
  const ask = (route: string, init?: RequestInit) => host.ask(path(route), init)
  return { mount, host, path, ask, seen: async () => (await ask('/test/seen')).json() }
}

export const SIGNED_IN = { authorization: 'Bearer customer' }
export const JSON_TYPE = { 'content-type': 'application/json' }
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

/** Writes bytes on a connection of its own and answers what came back until `isDone`, or until it was closed. */
export async function sendRaw(
  { address }: Host,
  bytes: string,
  isDone: (answer: string) => boolean,
): Promise<string> {
  const { port, hostname } = new URL(address ?? '')
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  let answer = ''
  try {
    for await (const chunk of socket) {
      answer += chunk
      if (isDone(answer)) break
    }
  } catch (error) {
    // Closed while we were still writing: what has been answered counts.
    if (answer === '') throw error
  }
  socket.destroy()
  return answer
}
