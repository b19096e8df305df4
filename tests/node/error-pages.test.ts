import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ERROR_CATALOGUE, ERROR_CODES, ERROR_HEADER, type ErrorCode } from '@meetings/contract'
import { describe, expect, it } from 'vitest'
import { FAILURES } from './answers/failures.ts'

const FOLDER = fileURLToPath(new URL('../../docs/errors', import.meta.url))
const SHOWN_HEADERS = [ERROR_HEADER, 'www-authenticate', 'allow', 'retry-after']

describe('the pages about error codes', () => {
  it('are one per code, and an index of all', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      [...ERROR_CODES.map((code) => `${code}.md`), 'README.md'].sort(),
    )
    const rows = [...page('README').matchAll(/^\| (\d{3}) +\| \[(\w+)\]\((\w+)\.md\) +\| \S.* \|$/gm)]
    const listed = rows.map(([, status, code, file]) => ({ status: Number(status), code, file }))
    const known = ERROR_CODES.map((code) => ({ status: ERROR_CATALOGUE[code].status, code, file: code }))
    const byCode = (a: { code?: string | undefined }, b: { code?: string | undefined }) =>
      String(a.code).localeCompare(String(b.code))
    expect(listed.sort(byCode)).toEqual(known.sort(byCode))
  })

  it.each(ERROR_CODES)('say the status, the sentence and what to do: %s', (code) => {
    const { status, retryable, message } = ERROR_CATALOGUE[code]
    const text = page(code)
    const again = retryable ? 'may be tried again' : 'trying again does not help'
    expect(text.split('\n').slice(0, 3)).toEqual([`# ${code}`, '', `${status} · ${again} · “${message}”`])
    for (const who of ['At the screen', 'In the client', 'On the server']) {
      expect(text).toMatch(new RegExp(`^- \\*\\*${who}\\.\\*\\* \\S`, 'm'))
    }
  })

  it.each(ERROR_CODES)('show what the server really answers: %s', async (code) => {
    const response = await FAILURES[code][0].provoke()
    const shown = answerIn(code)
    expect(shown.status).toBe(response.status)
    expect(shown.headers).toEqual(
      SHOWN_HEADERS.flatMap((name) => {
        const value = response.headers.get(name)
        return value === null ? [] : [`${name}: ${value}`]
      }),
    )
    expect(shown.body).toEqual(await response.json())
    expect(shown.body).toMatchObject({ docs: expect.stringMatching(new RegExp(`/${code}\\.md$`)) })
  })

  it('link to each other only: the package carries them without the rest', () => {
    const targets = [...ERROR_CODES, 'README' as const].flatMap((name) =>
      [...page(name).matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => String(target)),
    )
    expect(targets.filter((target) => !/^[A-Z_]+\.md$/.test(target))).toEqual([])
  })
})

function page(name: ErrorCode | 'README'): string {
  return readFileSync(join(FOLDER, `${name}.md`), 'utf8')
}

function answerIn(code: ErrorCode) {
  const block = /^```http\n([\s\S]*?)^```/m.exec(page(code))?.[1] ?? ''
  const [head = '', body = ''] = block.split('\n\n')
  const [line = '', ...headers] = head.split('\n')
  return { status: Number(line.replace('HTTP/1.1 ', '')), headers, body: JSON.parse(body) as unknown }
}
