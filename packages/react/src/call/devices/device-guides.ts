import type { DeviceProblemMessages } from '../../i18n/en/device-problems.ts'
import type { LobbyMessages } from '../../i18n/en/lobby.ts'
import type { LocalMediaState } from '../../media/local-media-state.ts'
import type { DevicePermissions } from '../../media/media-device.ts'
import type { MediaProblem } from '../../media/media-problem.ts'
import { describeBothProblems, describeDeviceProblem } from '../notices/describe-device-problem.ts'
import type { Browser } from './browser-of.ts'

type Captured = 'microphone' | 'camera'

/** What a person can do to be seen and heard. */
export interface DeviceGuide {
  id: string
  tone: 'info' | 'warning'
  title: string | null
  text: string
  /** The devices to ask for again, where asking can help. */
  askFor: readonly Captured[]
  /** Nothing but the background keeps the camera off: the person may do without. */
  isBackgroundMissing: boolean
}

export interface GuideSituation {
  media: Pick<LocalMediaState, Captured>
  permissions: DevicePermissions
  browser: Browser
}

/** At most one for each device, and one for both where the same keeps both away. */
export function deviceGuides(
  { media, permissions, browser }: GuideSituation,
  words: LobbyMessages,
  callWords: DeviceProblemMessages,
): DeviceGuide[] {
  const asked = CAPTURED.filter(
    (device) => media[device].status === 'starting' && permissions[device] !== 'granted',
  )
  if (asked.length > 0) return [asking(asked, words)]

  const troubled = CAPTURED.filter((device) => media[device].problem !== null)
  const { microphone, camera } = media
  if (microphone.problem && microphone.problem.kind === camera.problem?.kind) return [guide(troubled)]
  return troubled.map((device) => guide([device]))

  function guide(devices: readonly Captured[]): DeviceGuide {
    const [first = 'microphone'] = devices
    const problem = media[first].problem ?? { device: first, kind: 'unknown' }
    const id = `${problem.kind}-${devices.join('-')}`
    if (problem.kind !== 'denied') {
      const both = devices.length > 1 ? bothWords(problem, words, callWords) : null
      return {
        id,
        tone: problem.kind === 'dismissed' ? 'info' : 'warning',
        title: null,
        text: both ?? describeDeviceProblem(problem, callWords),
        // On an insecure page asking again can never help.
        askFor: problem.kind === 'insecure-page' ? [] : devices,
        isBackgroundMissing: problem.kind === 'background',
      }
    }
    // Where the browser tells of changes, the picture comes by itself.
    const isWatched = devices.every((device) => permissions[device] === 'denied')
    const then = isWatched ? words.allowedAppears : words.allowedTryAgain
    return {
      id,
      tone: 'warning',
      title: words[devices.length > 1 ? 'blockedBoth' : BLOCKED[first]],
      text: `${words[WHERE[browser]]} ${then}`,
      askFor: isWatched ? [] : devices,
      isBackgroundMissing: false,
    }
  }
}

function bothWords(
  problem: MediaProblem,
  words: LobbyMessages,
  callWords: DeviceProblemMessages,
): string | null {
  return problem.kind === 'dismissed'
    ? words.dismissedBoth
    : describeBothProblems(problem, problem, callWords)
}

function asking(devices: readonly Captured[], words: LobbyMessages): DeviceGuide {
  const [first = 'microphone'] = devices
  return {
    id: 'asking',
    tone: 'info',
    title: words[devices.length > 1 ? 'allowBoth' : ALLOW[first]],
    text: words.allowDetail,
    askFor: [],
    isBackgroundMissing: false,
  }
}

const CAPTURED: readonly Captured[] = ['microphone', 'camera']
const ALLOW = { microphone: 'allowMicrophone', camera: 'allowCamera' } as const
const BLOCKED = { microphone: 'blockedMicrophone', camera: 'blockedCamera' } as const
const WHERE = {
  chrome: 'allowInChrome',
  'chrome-phone': 'allowInChromePhone',
  edge: 'allowInEdge',
  firefox: 'allowInFirefox',
  safari: 'allowInSafari',
  'safari-phone': 'allowInSafariPhone',
  'ios-app': 'allowInIosApp',
  other: 'allowInOther',
} as const satisfies Record<Browser, keyof LobbyMessages>
