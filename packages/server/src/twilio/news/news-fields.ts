import { MeetingsError } from '../../errors/meetings-error.ts'
import type { NewsRequest } from '../../ports/video-provider.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** The fields of a callback. Any name may occur, also twice, also one that every object inherits. */
export class NewsFields {
  readonly #values = new Map<string, string[]>()

  constructor(fields: NewsRequest['fields']) {
    for (const [name, value] of fields) {
      const values = this.#values.get(name)
      if (values) values.push(value)
      else this.#values.set(name, [value])
    }
  }

  /** As the signature covers them: a text, or a list where a name occurs more than once. */
  asParameters(): Record<string, string | string[]> {
    const entries = [...this.#values].map(([name, values]) => [name, single(values) ?? values] as const)
    // Defines every name as the object's own, `__proto__` too.
    return Object.fromEntries(entries)
  }

  /** The one value of a field; `undefined` when it is missing, empty, or said in two ways. */
  find(name: string): string | undefined {
    const values = this.#values.get(name)
    return (values && single(values)) || undefined
  }

  /** The one value of a field that must be there. Throws `VALIDATION_FAILED` naming it. */
  get(name: string): string {
    return this.find(name) ?? fail(name, 'is missing, empty, or there twice')
  }

  /** A field that holds an ISO 8601 instant. Throws `VALIDATION_FAILED` naming it. */
  getInstant(name: string): Date {
    const text = this.get(name)
    const instant = new Date(text)
    if (!INSTANT.test(text) || Number.isNaN(instant.getTime())) fail(name, 'is no ISO 8601 instant')
    return instant
  }
}

function single(values: readonly string[]): string | undefined {
  return values.length === 1 ? values[0] : undefined
}

function fail(name: string, problem: string): never {
  throw new MeetingsError('VALIDATION_FAILED', {
    details: { fields: [{ path: name, message: `The field ${problem}.` }] },
    cause: new Error(
      `Twilio signed a status callback whose ${name} ${problem}. Without it, nothing can be settled.`,
    ),
  })
}
