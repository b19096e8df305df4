import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** What paths without a folder of the root are below. */
const REACT = 'packages/react/src'
const FOLDERS = /^(packages|tests|docs|examples|scripts)\//
const IS_TEST = /\.(test|spec|stories)\.tsx?$/

const rows = readRows(readFileSync(join(ROOT, 'docs/features.md'), 'utf8'))

describe('the page of features', () => {
  it('has features', () => {
    expect(rows.length).toBeGreaterThan(40)
  })

  it.each(rows)('names code and a test that exist: $feature', ({ code, test }) => {
    expect([code, test].filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(test).toMatch(IS_TEST)
  })
})

interface Row {
  feature: string
  code: string
  test: string
}

function readRows(page: string): Row[] {
  return page.split('\n').flatMap((line): Row[] => {
    const [feature = '', code = '', test = ''] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1)
    const isHead = feature === 'feature' || /^-*$/.test(feature)
    return isHead ? [] : [{ feature, code: pathIn(code), test: pathIn(test) }]
  })
}

function pathIn(cell: string): string {
  const path = cell.replaceAll('`', '')
  return FOLDERS.test(path) ? path : `${REACT}/${path}`
}
