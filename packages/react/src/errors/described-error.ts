import type { ProblemCode } from '../client/meetings-problem.ts'
import type { MediaProblem } from '../media/media-problem.ts'

/** Whatever went wrong, in words that can be shown as they are: none of them is the vendor's. */
export interface DescribedError {
  code: ProblemCode | MediaErrorCode
  /** What happened, in one sentence. */
  title: string
  /** What to do about it. */
  message: string
  /** The label of the button that does it; `null` where nothing on this screen helps. */
  action: string | null
  /** Whether the same again may work. */
  retryable: boolean
}

type Captured = 'MICROPHONE' | 'CAMERA'

/** Why the browser gives no microphone, camera or screen. */
export type MediaErrorCode =
  | `${Captured}_${'DENIED' | 'DISMISSED' | 'MISSING' | 'IN_USE' | 'BLOCKED_BY_SYSTEM' | 'UNAVAILABLE'}`
  | 'CAMERA_BACKGROUND_FAILED'
  | 'SCREEN_BLOCKED_BY_SYSTEM'
  | 'SCREEN_UNAVAILABLE'
  | 'PAGE_NOT_SECURE'

const SUFFIXES = {
  denied: 'DENIED',
  dismissed: 'DISMISSED',
  'no-device': 'MISSING',
  'in-use': 'IN_USE',
  'blocked-by-system': 'BLOCKED_BY_SYSTEM',
  unknown: 'UNAVAILABLE',
} as const

/** The code of what keeps a device away. A screen is not told apart further: its picker knows more than we do. */
export function mediaErrorCode({ device, kind }: MediaProblem): MediaErrorCode {
  if (kind === 'insecure-page') return 'PAGE_NOT_SECURE'
  if (kind === 'background') return 'CAMERA_BACKGROUND_FAILED'
  if (device === 'screen')
    return kind === 'blocked-by-system' ? 'SCREEN_BLOCKED_BY_SYSTEM' : 'SCREEN_UNAVAILABLE'
  return `${device === 'camera' ? 'CAMERA' : 'MICROPHONE'}_${SUFFIXES[kind]}`
}
