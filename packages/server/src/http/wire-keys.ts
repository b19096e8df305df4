/** `meeting_type_id` -> `meetingTypeId` */
type Camel<Key> = Key extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key

/** The same fields under the names that code uses. */
export type CamelKeys<T> = { [Key in keyof T as Camel<Key>]: T[Key] }

/** What came over the wire, under the names that code uses. The fields of fields stay as they are. */
export function camelKeys<T extends object>(wire: T): CamelKeys<T> {
  return renamed(wire, (key) =>
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ) as CamelKeys<T>
}

/** What code was given, under the names of the wire, for its schema. The fields of fields stay as they are. */
export function snakeKeys(input: object): Record<string, unknown> {
  return renamed(input, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
}

function renamed(fields: object, rename: (key: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [rename(key), value]))
}
