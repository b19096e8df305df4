import type { CallWords } from '../../i18n/en/call.ts'
import type { DeviceProblemMessages } from '../../i18n/en/device-problems.ts'
import type { LocalMediaState } from '../../media/local-media-state.ts'
import type { MediaProblem } from '../../media/media-problem.ts'
import { describeBothProblems, describeDeviceProblem } from './describe-device-problem.ts'
import type { Notice } from './notice.ts'

export interface NoticeSituation {
  isReconnecting: boolean
  isSoundBlocked: boolean
  media: Pick<LocalMediaState, 'microphone' | 'camera' | 'screen'>
  /** A device went away and another took its place, in words. */
  deviceNews?: { id: number; text: string } | null
  /** About time, network and recording, the most pressing first. */
  around?: readonly Notice[]
  hidden: ReadonlySet<string>
}

/** The one notice to show now, the most pressing first; `null` when all is well. */
export function currentNotice(
  situation: NoticeSituation,
  words: CallWords & DeviceProblemMessages,
): Notice | null {
  return noticesOf(situation, words).find((notice) => !situation.hidden.has(notice.id)) ?? null
}

function noticesOf(
  { isReconnecting, isSoundBlocked, media, deviceNews, around = [] }: NoticeSituation,
  words: CallWords & DeviceProblemMessages,
): Notice[] {
  const notices: Notice[] = []
  if (isSoundBlocked) {
    notices.push({
      id: 'sound',
      tone: 'warning',
      text: words.soundBlocked,
      action: 'turn-sound-on',
      canHide: false,
    })
  }
  if (isReconnecting) {
    notices.push({ id: 'reconnecting', tone: 'info', text: words.reconnecting, canHide: false })
  }
  notices.push(...around.filter(({ tone }) => tone === 'warning'))
  notices.push(...deviceNotices(media, words))
  notices.push(...around.filter(({ tone }) => tone === 'info'))
  if (deviceNews) {
    notices.push({ id: `device-news-${deviceNews.id}`, tone: 'info', text: deviceNews.text, canHide: true })
  }
  if (media.screen.status === 'on') {
    notices.push({ id: 'sharing', tone: 'info', text: words.youAreSharing, canHide: true })
  }
  return notices
}

function deviceNotices(media: NoticeSituation['media'], words: CallWords & DeviceProblemMessages): Notice[] {
  const microphone = media.microphone.problem
  const camera = media.camera.problem
  const screen = media.screen.problem
  const notices: Notice[] = []

  const both = microphone && camera ? describeBothProblems(microphone, camera, words) : null
  if (microphone && both !== null) {
    notices.push(deviceNotice(`both-${microphone.kind}`, both, microphone, 'ask-for-both'))
  } else {
    if (microphone) {
      const text = describeDeviceProblem(microphone, words)
      notices.push(deviceNotice(`microphone-${microphone.kind}`, text, microphone, 'ask-for-microphone'))
    }
    if (camera) {
      const text = describeDeviceProblem(camera, words)
      notices.push(deviceNotice(`camera-${camera.kind}`, text, camera, 'ask-for-camera'))
    }
  }
  if (screen) {
    const text = describeDeviceProblem(screen, words)
    notices.push(deviceNotice(`screen-${screen.kind}`, text, screen, 'share-screen'))
  }
  return notices
}

function deviceNotice(
  id: string,
  text: string,
  problem: MediaProblem,
  action: NonNullable<Notice['action']>,
): Notice {
  const notice: Notice = { id, tone: 'warning', text, canHide: true }
  // On an insecure page asking again can never help.
  return problem.kind === 'insecure-page' ? notice : { ...notice, action }
}
