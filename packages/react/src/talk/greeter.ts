import type { Clock } from '../clock/meeting-clock.ts'
import type { WireMessage } from './wire-message.ts'

/**
 * Tells newcomers whose hand is up. A newcomer cannot simply ask on arrival, because messages flow one way
 * before they flow the other. So everybody greets whomever they begin to hear, with their own hand in the
 * greeting, and answers greetings while their hand is up: of two people the one who hears last is heard
 * surely, and has either told or asked by then.
 */
export interface Greeter {
  /** Somebody new can be heard. */
  greet(): void
  /** Somebody greeted. */
  answer(): void
  stop(): void
}

/** People who come together are greeted together; in milliseconds. */
const GATHER_MS = 250

export function createGreeter(
  clock: Clock,
  ports: { send(message: WireMessage): boolean; ownHandUpSince(): number | null },
): Greeter {
  let cancel: (() => void) | null = null
  let isGreeting = false

  function speakSoon(): void {
    cancel ??= clock.after(GATHER_MS, () => {
      cancel = null
      const since = ports.ownHandUpSince()
      const upForMs = since === null ? null : Math.max(0, clock.now() - since)
      if (isGreeting) ports.send({ type: 'hello', upForMs })
      else if (upForMs !== null) ports.send({ type: 'hand', upForMs })
      isGreeting = false
    })
  }

  return {
    greet() {
      isGreeting = true
      speakSoon()
    },
    answer: speakSoon,
    stop() {
      cancel?.()
      cancel = null
      isGreeting = false
    },
  }
}
