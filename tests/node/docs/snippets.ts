import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** A piece of code in the documentation. */
export interface Snippet {
  page: string
  line: number
  language: string
  code: string
  /** `server.ts`, when its first line is a comment that names a file. */
  file: string | null
}

/** Every page of the repository. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...markdownIn('docs'),
  ...['react', 'server', 'twilio-emulator'].map((name) => `packages/${name}/README.md`),
  'examples/nextjs/README.md',
]

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8')
}

export function snippetsOf(page: string): Snippet[] {
  const text = readPage(page)
  return [...text.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    code: match[2] ?? '',
    file: /^(?:\/\/|#) ([\w./[\]-]+\.\w+)/.exec(match[2] ?? '')?.[1] ?? null,
  }))
}

/**
 * Writes a snippet where a reader would put it, below `folder`, beside the files that snippets before it on its page
 * have made: the first of each name. Answers the snippet's own path. `@/` is the folder itself, as in Next.js.
 */
export function writeProject(folder: string, all: readonly Snippet[], snippet: Snippet): string {
  const own = snippet.file ?? `snippet.${snippet.language}`
  const before = all.slice(0, all.indexOf(snippet)).filter(({ file }) => file !== null && file !== own)
  // Backwards, so that the first of a name is written last.
  for (const { file, code } of before.reverse()) write(folder, String(file), code)
  return write(folder, own, snippet.code)
}

function write(folder: string, file: string, code: string): string {
  const path = join(folder, file)
  const toFolder = '../'.repeat(file.split('/').length - 1) || './'
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(
    path,
    /\.tsx?$/.test(file) ? `${code.replaceAll(/'@\/([^']+)'/g, `'${toFolder}$1.js'`)}\nexport {}\n` : code,
  )
  return path
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}
