/** Why a microphone, camera or screen is not available, told apart so that each can be fixed. */
export type MediaProblemKind =
  /** The person or the browser said no. */
  | 'denied'
  /** The prompt was closed without an answer. */
  | 'dismissed'
  | 'no-device'
  /** Another app or tab holds it. */
  | 'in-use'
  /** The page is not served over https (or localhost). */
  | 'insecure-page'
  /** The operating system says no although the browser said yes. */
  | 'blocked-by-system'
  /** Of the camera alone: what the person wants behind them cannot be painted, so they are not shown. */
  | 'background'
  | 'unknown'

export interface MediaProblem {
  device: 'microphone' | 'camera' | 'screen'
  kind: MediaProblemKind
}
