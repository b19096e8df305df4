import type { ConnectionCheckWords } from '../../../i18n/en/connection-check.ts'
import type { ConnectionProblem, ConnectionReport } from '../../../room/connection-report.ts'

/** What a check found, for a person: how it is, and what they can do. */
export interface ConnectionWords {
  tone: 'success' | 'warning' | 'danger' | 'neutral'
  title: string
  advice: string
}

export function describeConnection(report: ConnectionReport, words: ConnectionCheckWords): ConnectionWords {
  switch (report.quality) {
    case 'good':
      return { tone: 'success', title: words.goodTitle, advice: words.goodAdvice }
    case 'fair':
      return { tone: 'neutral', title: words.fairTitle, advice: words.fairAdvice }
    case 'poor':
      return { tone: 'warning', title: words.poorTitle, advice: words.poorAdvice }
    case 'none':
      return describeProblem(report.problem, words)
  }
}

function describeProblem(problem: ConnectionProblem, words: ConnectionCheckWords): ConnectionWords {
  switch (problem) {
    case 'media-blocked':
      return { tone: 'danger', title: words.blockedTitle, advice: words.blockedAdvice }
    case 'unreachable':
      return { tone: 'danger', title: words.unreachableTitle, advice: words.unreachableAdvice }
    case 'token-expired':
    case 'check-failed':
      return { tone: 'neutral', title: words.failedTitle, advice: words.failedAdvice }
  }
}
