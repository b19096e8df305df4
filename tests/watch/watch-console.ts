// Loaded before every test file that runs in Node: whatever is written to the console during the whole suite, it may
// hold no session, no video token and no secret key.
import { inspect } from 'node:util'
import { afterAll, expect } from 'vitest'

/** Something signed, and the keys that tests give to Twilio and Supabase. */
const SECRETS: readonly [name: string, pattern: RegExp][] = [
  ['a signed token', /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  ['a secret key of Supabase', /sb_secret_\w{4,}/],
  ['a secret of Twilio', /the-api-key-secret|the-auth-token|the-next-auth-token|a-secret-of-the-test/],
]
const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const

const found = new Set<string>()
const look = (where: string, values: readonly unknown[]): void => {
  for (const value of values) {
    const text = typeof value === 'string' ? value : inspect(value, { depth: 20, showHidden: true })
    for (const [name, pattern] of SECRETS) if (pattern.test(text)) found.add(`${where} shows ${name}`)
  }
}

for (const level of LEVELS) {
  const write = console[level]
  console[level] = (...values: unknown[]) => {
    look(`console.${level}`, values)
    write(...values)
  }
}
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write
  stream.write = (...call: unknown[]) => {
    look('the output of the process', [String(call[0])])
    return Reflect.apply(write, stream, call)
  }
}

afterAll(() => {
  expect([...found]).toEqual([])
})
