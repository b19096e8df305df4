import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PersonKey } from '../meeting-site/people.ts'

/** One person's turn, with all that chance decided about it. */
export interface Turn {
  who: PersonKey
  action: string
  args: unknown
}

/** What happens at once, and how long everybody then pauses, in milliseconds. */
export interface Step {
  turns: Turn[]
  pauseMs: number
}

export interface RunLog {
  readonly path: string
  step(step: Step): void
  note(words: string): void
}

/** Each step is on paper before it is done: a run that ends badly can be read and repeated. */
export function openRunLog(path: string): RunLog {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  return {
    path,
    step: (step) => appendFileSync(path, `${JSON.stringify(step)}\n`),
    note: (words) => appendFileSync(path, `# ${words.replaceAll('\n', '\n# ')}\n`),
  }
}

/** The steps of an earlier run. */
export function readRunLog(path: string): Step[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Step)
}
