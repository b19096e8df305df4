// What the runners wrote about their tests, brought to one shape.
import { readFile } from 'node:fs/promises'

export interface Report {
  passed: number
  failed: number
  /** One entry per failed test: its file, its sentence and the first lines of why. */
  failures: string[]
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  suites: PlaywrightSuite[]
}

interface PlaywrightSuite {
  file: string
  suites?: PlaywrightSuite[]
  specs: {
    title: string
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

export function readVitestReport(path: string): Promise<Report> {
  return readReport<VitestReport>(path, (json) => ({
    passed: json.numPassedTests,
    // A file that could not even load has failed suites and no failed test.
    failed: json.numFailedTests || Math.min(json.numFailedTestSuites, 1),
    failures: json.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      if (failed.length === 0) return status === 'failed' ? [failureText(name, '', message)] : []
      return failed.map((test) => failureText(name, test.fullName, test.failureMessages.join('\n')))
    }),
  }))
}

export function readPlaywrightReport(path: string): Promise<Report> {
  return readReport<PlaywrightReport>(path, ({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: suites.flatMap(failuresOf),
  }))
}

function failuresOf(suite: PlaywrightSuite): string[] {
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => failureText(suite.file, title, results[0]?.error?.message ?? '')),
  )
  return [...own, ...(suite.suites ?? []).flatMap(failuresOf)]
}

const LINES = 12

function failureText(file: string, sentence: string, why: string): string {
  const lines = why
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, LINES)
  return [`${file} > ${sentence}`, ...lines.map((line) => `    ${line}`)].join('\n')
}

/** A runner that wrote nothing readable counts as one failure. */
async function readReport<Json>(path: string, read: (json: Json) => Report): Promise<Report> {
  try {
    return read(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    return { passed: 0, failed: 1, failures: [failureText(path, 'no report', String(error))] }
  }
}
