import type { Browser } from 'playwright'
import type { PersonKey } from '../meeting-site/people.ts'
import { startSite } from '../meeting-site/start-site.ts'
import { createRandom, type Random } from '../node/attacks/requests/random.ts'
import type { Scene } from './action.ts'
import { CALL_ACTIONS } from './actions/call-actions.ts'
import { HOST_ACTIONS } from './actions/host-actions.ts'
import { PAGE_ACTIONS } from './actions/page-actions.ts'
import { TROUBLE_ACTIONS } from './actions/trouble-actions.ts'
import { createParticipantCheck, lookPatiently } from './check-participant.ts'
import { leaveEverything } from './leave-everything.ts'
import { openParticipant, type Participant } from './participant.ts'
import { pickWeighted } from './pick-weighted.ts'
import type { RunLog, Step, Turn } from './run-log.ts'
import { comeTogether, type Together } from './together.ts'

export interface RandomUseOptions {
  browser: Browser
  /** The same seed makes the same choices, as far as the pages are as quick as they were. */
  seed: number
  /** Until when: so many milliseconds or so many steps. */
  lasts: { ms: number } | { steps: number }
  log: RunLog
  /** The steps of an earlier run, to be done again instead of new ones. */
  replay?: readonly Step[] | undefined
}

export interface RandomUseReport {
  steps: number
  /** How often each action was done. */
  actions: Record<string, number>
  meetings: number
  /** Each time everybody paused: how many were in, and how long it took until they saw the same meeting. */
  together: Together[]
  /** What was on the console and is no fault of the page's, by the reason. */
  excused: Record<string, number>
}

const ACTIONS = [...CALL_ACTIONS, ...HOST_ACTIONS, ...PAGE_ACTIONS, ...TROUBLE_ACTIONS]
const WHO = ['host', 'customer', 'guest'] as const satisfies readonly PersonKey[]
/** Everybody pauses after so many steps, and must come to see the same meeting. */
const CHECK_EVERY = 40
const ACT_WITHIN_MS = 60_000

/**
 * A host, a customer and a guest, each at a page of their own, do what comes to their minds. Throws with the
 * seed and the last steps as soon as anything is wrong.
 */
export async function runRandomUse({
  browser,
  seed,
  lasts,
  log,
  replay,
}: RandomUseOptions): Promise<RandomUseReport> {
  const site = await startSite()
  const people: Participant[] = []
  for (const key of WHO) people.push(await openParticipant(browser, site.url, key))
  const checks = new Map(people.map((who) => [who, createParticipantCheck(who)]))
  const report: RandomUseReport = { steps: 0, actions: {}, meetings: 1, together: [], excused: {} }
  let meetingId = site.addMeeting()
  const recent: string[] = []
  const endsAt = 'ms' in lasts ? Date.now() + lasts.ms : Number.POSITIVE_INFINITY
  const count = replay ? replay.length : 'steps' in lasts ? lasts.steps : Number.POSITIVE_INFINITY

  const scene = async (who: Participant): Promise<Scene> => ({
    who,
    sight: await lookPatiently(who),
    site,
    meetingId,
  })

  async function perform({ who: key, action: name, args }: Turn): Promise<void> {
    const who = people.find((one) => one.key === key)
    const action = ACTIONS.find((one) => one.name === name)
    if (!who || !action) throw new Error(`The log knows ${key} and ${name}, and nobody else does.`)
    report.actions[name] = (report.actions[name] ?? 0) + 1
    await inTime(action.perform(await scene(who), args), `${who.name}: "${name}"`)
  }

  async function check(): Promise<void> {
    for (const each of checks.values()) await each()
    const [failure] = site.failures
    if (failure !== undefined) throw new Error(`The server: ${failure}`)
  }

  try {
    while (report.steps < count && (replay || Date.now() < endsAt)) {
      // A generator of its own for each step: one that goes otherwise does not change those after it.
      const random = createRandom(seed * 100_003 + report.steps)
      const step = replay?.[report.steps] ?? (await chooseStep(people, scene, random))
      report.steps += 1
      log.step(step)
      recent.push(`${report.steps}: ${JSON.stringify(step.turns)}`)
      await Promise.all(step.turns.map(perform))
      await check()
      await new Promise((resolve) => setTimeout(resolve, step.pauseMs))
      if (report.steps % CHECK_EVERY === 0) {
        const together = await comeTogether(people, site)
        report.together.push(together)
        log.note(`${together.inside} together after ${together.afterMs} ms`)
        await check()
      }
      if (site.store.get(meetingId)?.status === 'completed' && random.chance(0.3)) {
        meetingId = site.addMeeting()
        report.meetings += 1
      }
    }
    await comeTogether(people, site)
    await leaveEverything(people, site, meetingId)
    await check()
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    log.note(words)
    throw new Error(
      `Seed ${seed}, step ${report.steps}: ${words}\nThe last steps (all: ${log.path}):\n${recent.slice(-15).join('\n')}`,
      { cause: error },
    )
  } finally {
    for (const { watch, context } of people) {
      for (const [reason, count] of watch.excused)
        report.excused[reason] = (report.excused[reason] ?? 0) + count
      await context.close()
    }
    await site.close()
  }
  return report
}

/** Mostly one person does something, sometimes two or all of them at once. */
async function chooseStep(
  people: readonly Participant[],
  scene: (who: Participant) => Promise<Scene>,
  random: Random,
): Promise<Step> {
  const roll = random.below(100)
  const count = roll < 75 ? 1 : roll < 92 ? 2 : 3
  const first = random.below(people.length)
  const actors = Array.from(
    { length: count },
    (_, index) => people[(first + index) % people.length] as Participant,
  )
  const turns: Turn[] = []
  for (const who of actors) {
    const now = await scene(who)
    const action = pickWeighted(ACTIONS, (one) => one.weight(now), random)
    if (!action) throw new Error('There is nothing that can be done.')
    turns.push({ who: who.key, action: action.name, args: action.choose(now, random) })
  }
  return { turns, pauseMs: random.below(250) }
}

async function inTime(work: Promise<void>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} does not end`)), ACT_WITHIN_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
