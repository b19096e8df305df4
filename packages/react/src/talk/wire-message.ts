import type { ReactionKind } from './reaction-kinds.ts'

/**
 * What travels between the browsers of a call, as JSON with `v: 1`. Who sent it is never in it: the room
 * says that. Nor is when: clocks differ, and a hand of long ago would go before everybody's; a hand says
 * instead for how long it has been up.
 */
export type WireMessage =
  /** `id` tells a message that was sent twice; it is unique for its sender only. */
  | { type: 'chat'; id: string; text: string }
  | { type: 'reaction'; kind: ReactionKind }
  /** `upForMs: null`: the hand is down. */
  | { type: 'hand'; upForMs: number | null }
  /** "I can hear somebody new": whoever hears it, and has their hand up, says so. */
  | { type: 'hello'; upForMs: number | null }
  /** From hosts and admins only. `to: null` is everybody but the sender. */
  | { type: 'mute'; to: string | null }
  | { type: 'ask-unmute'; to: string }
  | { type: 'lower-hand'; to: string | null }

export const WIRE_VERSION = 1

/**
 * A message as it travels. In tests: `room.say('sam', writeMessage({ type: 'chat', id: '1', text: 'Hello' }))`.
 */
export function writeMessage(message: WireMessage): string {
  return JSON.stringify({ v: WIRE_VERSION, ...message })
}
