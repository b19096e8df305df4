/** What a call throws, as it is called or later; `undefined` when it does not. */
export async function problemOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call()
    return undefined
  } catch (error) {
    return error
  }
}

/** The code of a `MeetingsError`, also of one that another copy of this package made. */
export function codeOf(problem: unknown): unknown {
  return problem instanceof Error && 'code' in problem ? problem.code : undefined
}
