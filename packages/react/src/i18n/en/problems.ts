export const enProblems = {
  retry: 'Try again',
}

export type ProblemMessages = typeof enProblems
