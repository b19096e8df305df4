import type { Participant } from '../room/participant.ts'

/** What a client's hints change for it: every track it spoke of, and those that are now off or on. */
export interface HintChanges {
  hints: string[]
  off: string[]
  on: string[]
}

/** Which tracks are switched off, for each who receives them. By SID. */
export class TrackSwitches {
  readonly #off = new Map<Participant, Set<string>>()

  /** False when it was so already. */
  set(recipient: Participant, trackSid: string, isOff: boolean): boolean {
    const off = this.#off.get(recipient) ?? new Set()
    if (off.has(trackSid) === isOff) return false
    this.#off.set(recipient, off)
    if (isOff) off.add(trackSid)
    else off.delete(trackSid)
    return true
  }

  offFor(recipient: Participant): string[] {
    return [...(this.#off.get(recipient) ?? [])]
  }

  forget(recipient: Participant): void {
    this.#off.delete(recipient)
  }

  /** Does what a client's render hints say: it may want a track no longer, or again. */
  obey(recipient: Participant, message: unknown): { id: unknown; changes: HintChanges } {
    const { id, hints } = readHints(message)
    const changes: HintChanges = { hints: [], off: [], on: [] }
    for (const { track, enabled } of hints) {
      changes.hints.push(track)
      if (enabled === undefined || !this.set(recipient, track, !enabled)) continue
      if (enabled) changes.on.push(track)
      else changes.off.push(track)
    }
    return { id, changes }
  }
}

function readHints(message: unknown): { id: unknown; hints: { track: string; enabled?: boolean }[] } {
  const subscriber = (message as { subscriber?: { id?: unknown; hints?: unknown } | null }).subscriber
  const list: unknown[] = Array.isArray(subscriber?.hints) ? subscriber.hints : []
  const hints = list.flatMap((hint) => {
    const { track, enabled } = (hint ?? {}) as { track?: unknown; enabled?: unknown }
    if (typeof track !== 'string') return []
    return [{ track, ...(typeof enabled === 'boolean' ? { enabled } : {}) }]
  })
  return { id: subscriber?.id ?? null, hints }
}
