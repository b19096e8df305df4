/** One way for a function to fail. */
export interface Fault {
  name: string
  fail: () => Promise<never>
}

class Unprintable extends Error {
  override get message(): string {
    throw new Error('not even its message')
  }
}

/** Every way a function of somebody else's can fail, the rude ones included. */
export const FAULTS: readonly Fault[] = [
  { name: 'an error', fail: rejects(new Error('down')) },
  { name: 'undefined', fail: rejects(undefined) },
  { name: 'null', fail: rejects(null) },
  { name: 'a string', fail: rejects('down') },
  { name: 'a number', fail: rejects(503) },
  { name: 'a frozen object', fail: rejects(Object.freeze({ code: 'BOOKING_ENDED', name: 'MeetingsError' })) },
  { name: 'an object without a prototype', fail: rejects(Object.create(null)) },
  { name: 'a frozen error', fail: rejects(Object.freeze(new Error('down'))) },
  { name: 'an error nobody can print', fail: rejects(new Unprintable()) },
  { name: 'an error that is its own cause', fail: rejects(circular()) },
  {
    name: 'an error with a code of ours that is not ours',
    fail: rejects(Object.assign(new Error(), { code: 'UNAUTHENTICATED' })),
  },
  {
    name: 'a throw before any promise',
    fail: () => {
      throw new Error('down')
    },
  },
]

/** Never answers. */
export const HANGS: Fault = { name: 'silence', fail: () => new Promise<never>(() => {}) }

function rejects(reason: unknown): () => Promise<never> {
  return () => Promise.reject(reason)
}

function circular(): Error {
  const error = new Error('down')
  error.cause = error
  return error
}
