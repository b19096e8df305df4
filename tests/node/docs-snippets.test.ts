import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { PAGES, ROOT, readPage, type Snippet, snippetsOf, writeProject } from './docs/snippets.ts'

const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts)
const snippets = PAGES.flatMap(snippetsOf)
const folder = mkdtempSync(join(ROOT, 'tests/node/.snippets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the code in the documentation', () => {
  it('is found', () => {
    expect(snippets.length).toBeGreaterThan(3)
  })

  it('compiles against the built packages', { timeout: 120_000 }, () => {
    const files = new Map<string, Snippet>()
    for (const page of PAGES) {
      const all = snippetsOf(page).filter(({ language }) => ['ts', 'tsx'].includes(language))
      for (const snippet of all) {
        files.set(writeProject(join(folder, String(files.size)), all, snippet), snippet)
      }
    }
    const program = ts.createProgram([...files.keys()], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.ReactJSX,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: ['node', 'vite/client'],
      // A reader installs it; here it is only the server package's.
      paths: { 'rate-limiter-flexible': [join(ROOT, 'packages/server/node_modules/rate-limiter-flexible')] },
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    })
    const problems = ts.getPreEmitDiagnostics(program).map((problem) => {
      const snippet = problem.file && files.get(problem.file.fileName)
      const text = ts.flattenDiagnosticMessageText(problem.messageText, '\n')
      return `${snippet ? `${snippet.page}:${snippet.line}` : problem.file?.fileName}: ${text}`
    })
    expect(problems).toEqual([])
  })

  it('names only scripts that exist', () => {
    const named = snippets
      .filter(({ language }) => ['sh', 'bash'].includes(language))
      .flatMap(({ page, code }) =>
        [...code.matchAll(/^(?:npx -y pnpm@12|pnpm) (?!add |install|exec )(?:run )?([\w:]+)/gm)].map(
          ([, name]) => ({ page, name }),
        ),
      )
    expect(named.filter(({ name }) => !scripts.includes(String(name)))).toEqual([])
  })
})

describe('the links and pictures in the documentation', () => {
  it('lead to files that exist', () => {
    const dead = PAGES.flatMap((page) =>
      [...readPage(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target]) => String(target))
        .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    )
    expect(dead).toEqual([])
  })

  it('lead to headings that exist, on their own page', () => {
    const dead = PAGES.flatMap((page) => {
      const text = readPage(page)
      const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(String(heading)))
      return [...text.matchAll(/\]\(#([^)\s]+)\)/g)]
        .map(([, anchor]) => String(anchor))
        .filter((anchor) => !headings.includes(anchor))
        .map((anchor) => `${page}: #${anchor}`)
    })
    expect(dead).toEqual([])
  })
})

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
