import { ERROR_CATALOGUE } from '@meetings/contract'
import { describe, expect, it } from 'vitest'
import type { MeetingsProblem, ProblemCode } from '../client/meetings-problem.ts'
import { deProblems } from './de/problems.ts'
import { describeProblem } from './describe-problem.ts'
import { enProblems } from './en/problems.ts'

const tooEarly: MeetingsProblem = {
  code: 'JOIN_TOO_EARLY',
  retryable: true,
  serverMessage: 'Meeting can only be joined 10 minutes before start time',
}

describe('describeProblem', () => {
  it('says the sentence of the server when it is too early, because it knows the minutes', () => {
    expect(describeProblem(tooEarly, enProblems).title).toBe(tooEarly.serverMessage)
  })

  it('does not mix the English of the server into another language', () => {
    expect(describeProblem(tooEarly, deProblems).title).toBe('Für diesen Termin ist es noch zu früh.')
  })

  it('keeps its own words when the server said something else', () => {
    const problem: MeetingsProblem = { code: 'INTERNAL', retryable: true, serverMessage: 'stack at line 3' }
    expect(describeProblem(problem, enProblems).title).toBe('Something went wrong on our side.')
  })

  it('has words for a code that only a newer server knows', () => {
    const problem: MeetingsProblem = { code: 'SOMETHING_NEW' as ProblemCode, retryable: false }
    expect(describeProblem(problem, enProblems).title).toBe('Something went wrong on our side.')
  })

  it.each(Object.keys(ERROR_CATALOGUE) as ProblemCode[])(
    'says in both languages what happened and what to do for %s',
    (code) => {
      for (const messages of [enProblems, deProblems]) {
        const { title, action } = describeProblem({ code, retryable: false }, messages)
        expect(title).toMatch(/\.$/)
        expect(action).toMatch(/\.$/)
        expect(title + action).not.toMatch(/!|oops|[A-Z]+_[A-Z]+/)
      }
    },
  )
})
