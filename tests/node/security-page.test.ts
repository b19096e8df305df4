import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, readPage } from './docs/snippets.ts'

/** `[name](../path): “title”, “title”` */
const PROOF = /\[[\w-]+\]\(\.\.\/([^)]+\.test\.ts)\): ((?:“[^”]+”(?:, )?)+)/g

const rows = readPage('docs/security.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise') && !line.startsWith('| ---'))
const proofs = rows.flatMap((row) =>
  [...row.matchAll(PROOF)].flatMap(([, file, titles]) =>
    [...String(titles).matchAll(/“([^”]+)”/g)].map(([, title]) => [String(file), String(title)] as const),
  ),
)

describe('the page on security', () => {
  it('has a proof for every promise', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((row) => row.match(PROOF) === null)).toEqual([])
    const quoted = rows.flatMap((row) => row.match(/“[^”]+”/g) ?? [])
    expect(proofs).toHaveLength(quoted.length)
  })

  it.each(proofs)('names a test that exists: %s: %s', (file, title) => {
    expect(existsSync(join(ROOT, file))).toBe(true)
    const source = readFileSync(join(ROOT, file), 'utf8')
    // As it stands in the code: in whichever quotes, and not skipped.
    const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    expect(source).toMatch(new RegExp(`['"\`]${escaped}['"\`]`))
    expect(source).not.toMatch(/\b(it|test|describe)\.(skip|todo|only)\b/)
  })
})
