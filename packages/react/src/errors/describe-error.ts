import { describeDeviceProblem } from '../call/notices/describe-device-problem.ts'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import { describeProblem } from '../i18n/describe-problem.ts'
import type { Messages } from '../i18n/messages.ts'
import type { MediaProblem } from '../media/media-problem.ts'
import { type DescribedError, mediaErrorCode } from './described-error.ts'

/**
 * One shape for everything that can go wrong, whoever noticed: the server, the network, the room, the
 * browser's devices. Recognise an error by its `code`; the words follow the language.
 *
 * @param messages a whole language, from `@meetings/react/locales/*`
 * @example
 * import { de } from '@meetings/react/locales/de'
 * <MeetingProvider onError={(problem) => toast(describeError(problem, de).title)}>
 */
export function describeError(
  problem: MeetingsProblem | MediaProblem,
  messages: Pick<Messages, 'call' | 'callAround' | 'problems'>,
): DescribedError {
  if ('code' in problem) {
    const { title, action } = describeProblem(problem, messages.problems)
    const { code, retryable } = problem
    return { code, title, message: action, action: retryable ? messages.problems.retry : null, retryable }
  }
  const code = mediaErrorCode(problem)
  // Asking again cannot make a page secure.
  const retryable = code !== 'PAGE_NOT_SECURE'
  return {
    code,
    title: mediaTitle(problem, messages.callAround),
    message: describeDeviceProblem(problem, messages.call),
    action: retryable ? messages.call.tryAgain : null,
    retryable,
  }
}

function mediaTitle({ device, kind }: MediaProblem, words: Messages['callAround']): string {
  if (kind === 'insecure-page') return words.pageNotSecure
  return { microphone: words.microphoneOff, camera: words.cameraOff, screen: words.screenNotShared }[device]
}
