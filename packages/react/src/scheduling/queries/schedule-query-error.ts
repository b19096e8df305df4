import type { MeetingsProblem } from '../../client/meetings-problem.ts'

/** What a query of the schedule fails with. `message` is the code, so that a host's error log has something to show. */
export class ScheduleQueryError extends Error {
  readonly problem: MeetingsProblem

  constructor(problem: MeetingsProblem) {
    super(problem.code)
    this.problem = problem
  }
}
