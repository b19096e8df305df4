import { inspect } from 'node:util'

/** Everything that left the server by another way than the answer it belongs to, as text. */
export interface Emissions {
  /** Keeps what was emitted, printed in every way somebody may print it, twenty levels deep. */
  note(where: string, ...values: readonly unknown[]): void
  /** Where a secret was found, once each. Never the secret itself. */
  findings(secrets: ReadonlyMap<string, string>): string[]
  /** How often something was emitted, by place. */
  counts(): Record<string, number>
}

export function collectEmissions(): Emissions {
  const kept: { where: string; text: string }[] = []
  return {
    note(where, ...values) {
      for (const value of values) kept.push({ where, text: printed(value) })
    },
    findings(secrets) {
      const found = new Set<string>()
      for (const { where, text } of kept) {
        for (const [secret, name] of secrets) {
          if (text.includes(secret)) found.add(`${where} holds ${name}`)
        }
      }
      return [...found].sort()
    },
    counts() {
      const counts: Record<string, number> = {}
      for (const { where } of kept) counts[where] = (counts[where] ?? 0) + 1
      return counts
    },
  }
}

/** The parts of a JWT that open something or name somebody: whole, its claims, its signature. */
export function partsOf(token: string, name: string): [secret: string, name: string][] {
  const [, claims, signature] = token.split('.')
  return [
    [token, name],
    ...(claims && signature
      ? ([
          [claims, `the claims of ${name}`],
          [signature, `the signature of ${name}`],
        ] as [string, string][])
      : []),
  ]
}

function printed(value: unknown): string {
  if (typeof value === 'string') return value
  const options = { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null }
  return [inspect(value, options), inspect(value), json(value), String(value)].join('\n')
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    // A ring of causes, for example.
    return ''
  }
}
