import type { FieldProblem, MeetingQuestion, QuestionAnswers } from '@meetings/contract'
import { wrongFields } from './refusals.ts'

/** A short answer is one line. */
const SHORT = 200

/**
 * The answers to keep: those given to the type's questions, without empty ones. Throws `VALIDATION_FAILED`, by paths
 * such as `answers.company`.
 */
export function checkAnswers(questions: readonly MeetingQuestion[], given: QuestionAnswers): QuestionAnswers {
  const asked = new Map(questions.map((question) => [question.id, question]))
  const problems: FieldProblem[] = []
  const kept: [string, string | boolean][] = []
  for (const [id, question] of asked) {
    const answer = Object.hasOwn(given, id) ? given[id] : undefined
    const message = problemOf(question, answer)
    if (message !== null) problems.push({ path: `answers.${id}`, message })
    else if (answer !== undefined && answer !== '') kept.push([id, answer])
  }
  // The name of an answer that nobody asked for is not repeated: it is the caller's own text.
  if (Object.keys(given).some((id) => !asked.has(id))) {
    problems.push({ path: 'answers', message: 'There is an answer to a question that is not asked.' })
  }
  if (problems.length > 0) throw wrongFields(problems)
  return Object.fromEntries(kept)
}

function problemOf(question: MeetingQuestion, answer: string | boolean | undefined): string | null {
  const { type, required, options = [] } = question
  if (type === 'checkbox') {
    if (answer !== undefined && typeof answer !== 'boolean') return 'Must be true or false.'
    return required && answer !== true ? 'Must be ticked.' : null
  }
  if (answer === undefined || answer === '') return required ? 'Must be answered.' : null
  if (typeof answer !== 'string') return 'Must be text.'
  if (type === 'choice') return options.includes(answer) ? null : 'Must be one of the options.'
  if (type === 'text' && (answer.length > SHORT || /\p{Cc}/u.test(answer))) {
    return `Must be one line of at most ${SHORT} characters.`
  }
  return null
}
