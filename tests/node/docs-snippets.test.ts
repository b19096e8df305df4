import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts)

interface Snippet {
  page: string
  line: number
  language: string
  code: string
}

const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...markdownIn('docs'),
  ...['react', 'server', 'twilio-emulator'].map((name) => `packages/${name}/README.md`),
  'examples/nextjs/README.md',
]
const snippets = pages.flatMap(snippetsOf)
const folder = mkdtempSync(join(ROOT, 'tests/node/.snippets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the code in the documentation', () => {
  it('is found', () => {
    expect(snippets.length).toBeGreaterThan(3)
  })

  it('compiles against the built packages', { timeout: 120_000 }, () => {
    const files = new Map<string, Snippet>()
    for (const [index, snippet] of snippets.entries()) {
      if (!['ts', 'tsx'].includes(snippet.language)) continue
      const file = join(folder, `snippet-${index}.${snippet.language}`)
      writeFileSync(file, `${snippet.code}\nexport {}\n`)
      files.set(file, snippet)
    }
    const program = ts.createProgram([...files.keys()], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.ReactJSX,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: ['node', 'vite/client'],
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
    const dead = pages.flatMap((page) =>
      [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target]) => String(target))
        .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    )
    expect(dead).toEqual([])
  })
})

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}

function snippetsOf(page: string): Snippet[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return [...text.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    code: match[2] ?? '',
  }))
}
