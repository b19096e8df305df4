import type { Slot, SlotHold } from '@meetings/contract'
import { nearestSlots } from '../../client/read-scheduling.ts'
import type { SchedulingClient } from '../../client/scheduling-client.ts'
import type { Clock } from '../../clock/meeting-clock.ts'
import type { PagePort } from '../../page/page-port.ts'

/** What is known about the time while its form is filled. `none` stops nobody from booking. */
export type HoldState =
  | { status: 'none' }
  /** `minutesLeft` is told only near the end. */
  | { status: 'kept'; hold: SlotHold; minutesLeft: 1 | 2 | null }
  | { status: 'expired' }
  /** Somebody else has it. */
  | { status: 'taken'; nearest: readonly Slot[] }

export interface HoldKeeper {
  getState(): HoldState
  subscribe(listener: () => void): () => void
  /** Asks for a slot; another one before it is given up for it. */
  keep(meetingTypeId: string, startTime: string): void
  /** Somebody is typing: the hold must not run out under them. */
  touch(): void
  /** The hold is over and somebody wants it back: it may be free still. */
  keepAgain(): void
  /** Gives the slot back, unless somebody asks for it again in the same breath. */
  leave(): void
  /** It became a booking: there is nothing to give back. */
  forget(): void
  /**
   * Gives the slot back when the page closes or is left, and asks for it again when the browser brings the page
   * back as it was. The answer stops watching.
   */
  watchPage(): () => void
}

const MINUTE_MS = 60_000
const NONE: HoldState = { status: 'none' }

/** Keeps one slot at a time. Requests go one after the other, so that a release never overtakes a hold. */
export function createHoldKeeper(options: {
  client: Pick<SchedulingClient, 'hold' | 'releaseHold'>
  clock: Clock
  page: PagePort
}): HoldKeeper {
  const { client, clock, page } = options
  const listeners = new Set<() => void>()
  let state: HoldState = NONE
  let wanted: { meetingTypeId: string; startTime: string } | null = null
  let held: string | null = null
  let askedAt = 0
  let queue: Promise<unknown> = Promise.resolve()
  let stopTimer = () => {}
  let stopLeaving = () => {}

  function set(next: HoldState): void {
    state = next
    for (const listener of [...listeners]) listener()
  }

  /** Wakes when the words change: two minutes before the end, one minute, and the end. */
  function follow(hold: SlotHold): void {
    stopTimer()
    const left = Date.parse(hold.expiresAt) - clock.now()
    if (left <= 0) {
      set({ status: 'expired' })
      return
    }
    const minutesLeft = left <= MINUTE_MS ? 1 : left <= 2 * MINUTE_MS ? 2 : null
    set({ status: 'kept', hold, minutesLeft })
    const steps = minutesLeft === 1 ? left : minutesLeft === 2 ? left - MINUTE_MS : left - 2 * MINUTE_MS
    stopTimer = clock.after(steps, () => follow(hold))
  }

  async function ask(): Promise<void> {
    if (!wanted) return
    const asked = wanted
    askedAt = clock.now()
    const answer = await client.hold({ ...asked, ...(held !== null && { holdId: held }) })
    if (answer.ok) held = answer.value.hold.id
    // Somebody went on meanwhile; what was asked for after this comes next in the queue.
    if (wanted !== asked) return
    if (answer.ok) return follow(answer.value.hold)
    if (answer.problem.code !== 'SLOT_TAKEN') return
    held = null
    stopTimer()
    set({ status: 'taken', nearest: nearestSlots(answer.problem) })
  }

  async function release(): Promise<void> {
    if (wanted || held === null) return
    const id = held
    held = null
    await client.releaseHold(id)
  }

  const enqueue = (task: () => Promise<void>) => {
    queue = queue.then(task, task)
  }

  function stop(): void {
    stopTimer()
    wanted = null
    set(NONE)
  }

  /** There is time for one request and no answer. */
  function releaseAtOnce(): void {
    stopTimer()
    set(NONE)
    if (held !== null) void client.releaseHold(held, { keepAlive: true })
    held = null
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    keep(meetingTypeId, startTime) {
      stopLeaving()
      if (wanted?.meetingTypeId === meetingTypeId && wanted.startTime === startTime) return
      stopTimer()
      wanted = { meetingTypeId, startTime }
      set(NONE)
      enqueue(ask)
    },
    touch() {
      if (state.status !== 'kept' && state.status !== 'expired') return
      if (clock.now() - askedAt < MINUTE_MS) return
      askedAt = clock.now()
      enqueue(ask)
    },
    keepAgain: () => enqueue(ask),
    leave() {
      stopLeaving()
      // StrictMode leaves and comes back at once.
      stopLeaving = clock.after(0, () => {
        stop()
        enqueue(release)
      })
    },
    forget() {
      stopLeaving()
      stop()
      held = null
    },
    watchPage: () =>
      page.listen({
        onHide: releaseAtOnce,
        onReturn: () => enqueue(ask),
        // Timers sleep with the computer: what is left is looked at again.
        onWake: () => state.status === 'kept' && follow(state.hold),
      }),
  }
}
