export type { MeetingsProblem } from './client/meetings-problem.ts'
