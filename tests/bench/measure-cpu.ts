// Compares functions by the CPU time and the wall time of a call: warm, in one process, turn by turn.
import { median } from './median.ts'

/** A contender of whatever input. */
type AnyContender = Pick<Contender, 'name' | 'prepare'> & { run: (input: never) => unknown }

export interface Contender<Input = unknown> {
  name: string
  /** Makes what one call needs; not measured. */
  prepare: (turn: number) => Input
  run: (input: Input) => unknown
}

/** Medians over all rounds, in microseconds per call. */
export interface Timing {
  cpu: number
  wall: number
}

export interface Comparison {
  timings: Map<string, Timing>
  /** How many times the CPU time of `other` a call of `name` takes: the median of the rounds' ratios. */
  ratio(name: string, other: string): Timing
}

/** As many as a busy server may find waiting at once. */
const CALLS_PER_TURN = 20

export interface CompareOptions {
  rounds?: number
  callsPerRound?: number
}

/**
 * Runs every contender in every round, each time in another order. Garbage is left to the collector's own time: after
 * a forced collection the next calls would take twice as long.
 */
export async function compareCpu(
  contenders: readonly AnyContender[],
  { rounds = 30, callsPerRound = 2000 }: CompareOptions = {},
): Promise<Comparison> {
  const samples = new Map<string, Timing[]>(contenders.map(({ name }) => [name, []]))
  // The first rounds are for the compiler.
  for (let round = -10; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = contenders[(turn + round + contenders.length * 10) % contenders.length]
      if (contender === undefined) continue
      const timing = await measure(contender, callsPerRound)
      if (round >= 0) samples.get(contender.name)?.push(timing)
    }
  }
  return {
    timings: new Map(Array.from(samples, ([name, rounds]) => [name, middle(rounds)])),
    ratio(name, other) {
      const others = samples.get(other) ?? []
      return middle(
        (samples.get(name) ?? []).map(({ cpu, wall }, round) => ({
          cpu: cpu / (others[round]?.cpu ?? Number.NaN),
          wall: wall / (others[round]?.wall ?? Number.NaN),
        })),
      )
    },
  }
}

/** What a call takes beyond making its input. */
async function measure({ prepare, run }: AnyContender, calls: number): Promise<Timing> {
  const whole = await time(calls, (turn) => run(prepare(turn) as never))
  const prepared = await time(calls, prepare)
  return { cpu: whole.cpu - prepared.cpu, wall: whole.wall - prepared.wall }
}

async function time(calls: number, call: (turn: number) => unknown): Promise<Timing> {
  const wallBefore = performance.now()
  const cpuBefore = process.cpuUsage()
  for (let turn = 0; turn < calls; turn++) {
    await call(turn)
    // What calls leave for the next turn of the event loop is part of them.
    if (turn % CALLS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  const wall = (performance.now() - wallBefore) * 1000
  return { cpu: (user + system) / calls, wall: wall / calls }
}

function middle(timings: readonly Timing[]): Timing {
  return { cpu: median(timings.map(({ cpu }) => cpu)), wall: median(timings.map(({ wall }) => wall)) }
}
