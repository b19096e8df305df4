import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { ProblemMessages } from './en/problems.ts'

/** A problem in words: what happened, and what to do. */
export interface ProblemDescription {
  title: string
  action: string
}

/**
 * The words for a problem, by its code. Only where the messages ask for it (too early, refused by the host app) does the
 * server's own sentence replace the title.
 */
export function describeProblem(problem: MeetingsProblem, messages: ProblemMessages): ProblemDescription {
  // A newer server may know a code that this version has no words for.
  const words = messages[problem.code] ?? messages.INTERNAL
  const title = words.preferServerTitle && problem.serverMessage ? problem.serverMessage : words.title
  return { title, action: words.action }
}
