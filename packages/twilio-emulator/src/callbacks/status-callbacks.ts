import type { Room } from '../room/room.ts'
import type { RoomEvent } from '../room/room-event.ts'
import type { StatusCallback } from '../room/room-settings.ts'
import { callbackFields } from './callback-fields.ts'
import { signRequest } from './sign-request.ts'

export interface CallbackWorld {
  accountSid: string
  /** Signs the requests; without it nothing is sent, as nobody could tell that they are genuine. */
  authToken: string | null
  fetch: typeof fetch
  now(): number
  log(line: string): void
}

const GIVE_UP_AFTER_MS = 15_000

/** Tells an app what happens in its rooms: one signed request per event, in order for each room, sent once. */
export class StatusCallbacks {
  readonly #world: CallbackWorld
  readonly #abort = new AbortController()
  readonly #sequences = new WeakMap<Room, number>()
  readonly #queues = new Map<Room, Promise<void>>()
  #copies = 1
  #held: (() => Promise<void>)[] | null = null

  constructor(world: CallbackWorld) {
    this.#world = world
  }

  /** Takes note of an event now; the request follows when those before it are done. */
  notify(event: RoomEvent): void {
    const { room } = event
    const sequence = this.#sequences.get(room) ?? 0
    this.#sequences.set(room, sequence + 1)
    const callback = room.settings.statusCallback
    const { authToken, accountSid, now } = this.#world
    if (!callback || !authToken || this.#abort.signal.aborted) return
    const fields = callbackFields(event, { accountSid, at: now(), sequence })
    const send = async () => {
      for (let copy = 0; copy < this.#copies; copy += 1) await this.#send(callback, authToken, fields)
    }
    if (this.#held) this.#held.push(send)
    else this.#enqueue(room, send)
  }

  /** Sends each request so many times from now on. */
  repeat(times: number): void {
    this.#copies = times
  }

  /** Keeps requests back until `release`. */
  hold(): void {
    this.#held ??= []
  }

  /** Sends what was kept back, one after the other. */
  async release(order: 'forwards' | 'backwards'): Promise<void> {
    const held = this.#held ?? []
    this.#held = null
    for (const send of order === 'forwards' ? held : held.reverse()) await send()
  }

  /** Forgets what is kept back, and sends each request once again. */
  reset(): void {
    this.#held = null
    this.#copies = 1
  }

  #enqueue(room: Room, send: () => Promise<void>): void {
    const sent = (this.#queues.get(room) ?? Promise.resolve()).then(send)
    this.#queues.set(room, sent)
    void sent.then(() => {
      if (this.#queues.get(room) === sent) this.#queues.delete(room)
    })
  }

  /** Resolves when everything noted so far has been sent, or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.#queues.values())
  }

  /** Gives up what is under way and sends nothing more. */
  stop(): void {
    this.#abort.abort()
  }

  async #send(callback: StatusCallback, authToken: string, fields: Record<string, string>): Promise<void> {
    if (this.#abort.signal.aborted) return
    const event = fields['StatusCallbackEvent']
    try {
      const { url, init } = signedRequest(callback, authToken, fields)
      const signal = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(GIVE_UP_AFTER_MS)])
      const response = await this.#world.fetch(url, { ...init, signal, redirect: 'manual' })
      await response.body?.cancel()
      if (!response.ok) this.#world.log(`Status callback ${event} was answered with ${response.status}.`)
    } catch {
      if (!this.#abort.signal.aborted) {
        this.#world.log(`Status callback ${event} did not reach ${new URL(callback.url).origin}.`)
      }
    }
  }
}

// With GET the fields travel in the address, which is then all that is signed.
function signedRequest({ url, method }: StatusCallback, authToken: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields).toString()
  if (method === 'POST') {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': signRequest(authToken, url, fields),
    }
    return { url, init: { method, headers, body } }
  }
  const address = `${url}${url.includes('?') ? '&' : '?'}${body}`
  return {
    url: address,
    init: { method, headers: { 'x-twilio-signature': signRequest(authToken, address, {}) } },
  }
}
