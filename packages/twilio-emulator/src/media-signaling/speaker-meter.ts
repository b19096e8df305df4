import { SILENCE, type SoundLevel } from './sound-level.ts'

/** Decibels below the loudest there is: who is quieter does not speak. */
const SPEECH = 45
/** How much louder than the one who speaks somebody must be to be heard instead, in decibels. */
const LEAD = 6
/** How many looks in a row somebody must be ahead, and how many the speaker may pause. */
const LOOKS_TO_TAKE_OVER = 3
const LOOKS_TO_FALL_SILENT = 12

/**
 * Finds who speaks, from how loud everybody is. It is looked at four times a second: a cough of somebody else, or a
 * pause for breath, changes nothing.
 */
export class SpeakerMeter {
  /** The loudest that was heard of each since the last look. */
  readonly #peaks = new Map<string, SoundLevel>()
  #speaker: string | null = null
  #challenger: { who: string; looks: number } | null = null
  #silentLooks = 0

  note(who: string, level: SoundLevel): void {
    this.#peaks.set(who, Math.min(level, this.#peaks.get(who) ?? SILENCE))
  }

  /** Somebody was muted or left. */
  forget(who: string): void {
    this.#peaks.delete(who)
    if (this.#challenger?.who === who) this.#challenger = null
    if (this.#speaker === who) this.#speaker = null
  }

  /** Who speaks now, from what was noted since the last look. */
  look(): string | null {
    const [loudest] = [...this.#peaks].filter(([, level]) => level <= SPEECH).sort(([, a], [, b]) => a - b)
    const ofSpeaker = (this.#speaker !== null && this.#peaks.get(this.#speaker)) || SILENCE
    this.#peaks.clear()
    this.#silentLooks = ofSpeaker <= SPEECH ? 0 : this.#silentLooks + 1
    if (this.#silentLooks >= LOOKS_TO_FALL_SILENT) this.#speaker = null
    if (!loudest || loudest[0] === this.#speaker || ofSpeaker - loudest[1] < LEAD) this.#challenger = null
    else this.#challenge(loudest[0])
    return this.#speaker
  }

  #challenge(who: string): void {
    const looks = this.#challenger?.who === who ? this.#challenger.looks + 1 : 1
    this.#challenger = { who, looks }
    // Nobody need be waited for when nobody speaks.
    if (looks < LOOKS_TO_TAKE_OVER && this.#speaker !== null) return
    this.#speaker = who
    this.#silentLooks = 0
    this.#challenger = null
  }
}
