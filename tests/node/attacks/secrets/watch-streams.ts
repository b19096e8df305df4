import type { Emissions } from './emissions.ts'

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const

/** Takes everything that is written to the console, until it is stopped. */
export function watchStreams(emissions: Emissions): { stop(): void } {
  const originals = LEVELS.map((level) => [level, console[level]] as const)
  for (const level of LEVELS) {
    console[level] = (...values: unknown[]) => emissions.note(`console.${level}`, ...values)
  }
  const writes = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const)
  for (const [stream, write] of writes) {
    stream.write = (...call: unknown[]) => {
      emissions.note('the output of the process', call[0])
      return Reflect.apply(write, stream, call)
    }
  }
  return {
    stop() {
      for (const [level, original] of originals) console[level] = original
      for (const [stream, write] of writes) stream.write = write
    },
  }
}
