import type { Cancel, Timers } from '../clock/timers.ts'

/** What goes wrong between a client and the relay. */
export interface RelayTrouble {
  /** Nothing gets through, as behind a firewall that knows no video calls. */
  blocked?: boolean
  /** How long each datagram takes, each way, in milliseconds. */
  delayMs?: number
  /** How many of a hundred datagrams are lost, evenly: the same ones each time. */
  lossPercent?: number
}

/** Carries datagrams, as well as the weather lets it. */
export class RelayWeather {
  readonly #timers: Timers
  readonly #underWay = new Set<Cancel>()
  #trouble: RelayTrouble = {}
  #owedLoss = 0

  constructor(timers: Timers) {
    this.#timers = timers
  }

  /** Replaces the trouble there was. What is under way arrives. */
  set(trouble: RelayTrouble): void {
    this.#trouble = trouble
    this.#owedLoss = 0
  }

  /** Delivers now, later, or never. What is delayed stays in order. */
  carry(deliver: () => void): void {
    const { blocked = false, delayMs = 0 } = this.#trouble
    if (blocked || this.#isLost()) return
    if (delayMs <= 0) {
      deliver()
      return
    }
    const cancel = this.#timers.after(delayMs, () => {
      this.#underWay.delete(cancel)
      deliver()
    })
    this.#underWay.add(cancel)
  }

  /** Carries nothing any more; what is under way is lost. */
  close(): void {
    this.set({ blocked: true })
    for (const cancel of this.#underWay) cancel()
    this.#underWay.clear()
  }

  #isLost(): boolean {
    this.#owedLoss += this.#trouble.lossPercent ?? 0
    if (this.#owedLoss < 100) return false
    this.#owedLoss -= 100
    return true
  }
}
