import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** What paths without a folder of the root are below. */
const REACT = 'packages/react/src'
const FOLDERS = /^(packages|tests|docs|examples|scripts)\//
const STORY = /^(.+\.stories\.tsx)#(\w+)$/
const TEST = /\.(test|spec)\.tsx?$/
/** In Chromium, all of them. */
const BROWSER_TEST = /\.browser\.test\.tsx?$|^tests\/e2e\/.+\.spec\.ts$|^tests\/long\/random-use\.test\.ts$/

interface Row {
  feature: string
  code: string
  stories: string[]
  /** "the story", "in Node:", "in jsdom:", or nothing where a test in a browser comes first. */
  where: string
  tests: string[]
}

const rows = readRows(readFileSync(join(ROOT, 'docs/features.md'), 'utf8'))

describe('the page of features', () => {
  it('has features', () => {
    expect(rows.length).toBeGreaterThan(120)
  })

  it.each(rows)('names code, stories and tests that exist: $feature', ({ code, stories, tests }) => {
    expect([code, ...tests].filter((path) => !isFile(path))).toEqual([])
    expect(stories.filter((story) => !isStory(story))).toEqual([])
  })

  it.each(rows)('says where it is seen: $feature', ({ stories, where, tests }) => {
    const isSeen = tests.map((path) => BROWSER_TEST.test(path))
    expect(tests.filter((path) => !TEST.test(path))).toEqual([])
    expect(where).toMatch(/^(the story|in Node:|in jsdom:|)$/)
    if (where === 'the story') expect(stories).not.toEqual([])
    else if (where === '') expect(isSeen[0]).toBe(true)
    else expect(isSeen).toEqual([false])
  })
})

function isFile(path: string): boolean {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile() ?? false
}

function isStory(story: string): boolean {
  const [, path = '', name = ''] = STORY.exec(story) ?? []
  const declared = new RegExp(`^export const ${name}\\b`, 'm')
  return isFile(path) && declared.test(readFileSync(join(ROOT, path), 'utf8'))
}

function readRows(page: string): Row[] {
  return page.split('\n').flatMap((line): Row[] => {
    const [feature = '', code = '', story = '', shown = ''] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1)
    const isHead = feature === 'feature' || /^-*$/.test(feature)
    if (isHead) return []
    return [
      {
        feature,
        code: pathsIn(code)[0] ?? 'no code',
        stories: storiesIn(story),
        where: shown.replace(/`[^`]*`/g, '').replace(/[\s,]+$/, ''),
        tests: pathsIn(shown),
      },
    ]
  })
}

/** None where there is a dash; anything else that is no path is no story. */
function storiesIn(cell: string): string[] {
  const stories = pathsIn(cell)
  return stories.length > 0 || cell === '—' ? stories : [cell]
}

/** What stands between backticks, below the root. */
function pathsIn(cell: string): string[] {
  const quoted = [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)
  return quoted.map((path) => (FOLDERS.test(path) ? path : `${REACT}/${path}`))
}
