// Written by hand because a schema library would weigh more than the rest of the client. A reader answers
// the value with only the fields it knows, and throws for what it does not understand.
export type Reader<T> = (value: unknown) => T

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export function record<T>(fields: { [Key in keyof T]-?: Reader<T[Key] | Missing<T, Key>> }): Reader<T> {
  return (value) => {
    if (!isRecord(value)) return refuse()
    const known: Partial<T> = {}
    for (const key in fields) {
      const read = fields[key](value[key])
      if (read !== undefined) known[key] = read
    }
    return known as T
  }
}

/** `undefined` where a field may be missing. */
type Missing<T, Key extends keyof T> = object extends Pick<T, Key> ? undefined : never

export function list<T>(read: Reader<T>): Reader<T[]> {
  return (value) => (Array.isArray(value) ? value.map(read) : refuse())
}

export function oneOf<T extends string>(known: readonly T[]): Reader<T> {
  return (value) => known.find((item) => item === value) ?? refuse()
}

/** What an older server leaves out stays out. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value) => (value === undefined ? undefined : read(value))
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : read(value))
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : refuse()
}

export const textOrNull = nullable(text)

export function number(value: unknown): number {
  return typeof value === 'number' ? value : refuse()
}

export function flag(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse()
}

/** ISO 8601; stays a string. */
export function instant(value: unknown): string {
  return Number.isNaN(Date.parse(text(value))) ? refuse() : text(value)
}

/** Says nothing of the value: it may be a secret. */
export function refuse(): never {
  throw new TypeError('The answer is not understood.')
}
