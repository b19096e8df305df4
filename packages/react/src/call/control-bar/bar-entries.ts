import type { ComponentType } from 'react'
import { ChatButton } from '../chat/ChatButton.tsx'
import type { BarButtonProps } from '../components.ts'
import { HandButton } from '../hands/HandButton.tsx'
import { PeopleButton } from '../people-panel/PeopleButton.tsx'
import { ReactionsButton } from '../reactions/ReactionsButton.tsx'
import { CameraButton } from './CameraButton.tsx'
import { canShareScreen } from './can-share-screen.ts'
import { MicrophoneButton } from './MicrophoneButton.tsx'
import { ScreenButton } from './ScreenButton.tsx'

/** A button of the bar. */
export interface BarEntry {
  /** The name of the part, under which a host replaces it or switches it off. */
  name: BarButtonName
  Button: ComponentType<BarButtonProps>
  /** What stands together: oneself, or everybody. */
  group: 'self' | 'all'
  /** The lower, the longer it stays in the bar when that is narrow. */
  rank: number
  /** Whether this browser can do it at all. */
  isPossible?: () => boolean
}

export type BarButtonName =
  | 'MicrophoneButton'
  | 'CameraButton'
  | 'ScreenButton'
  | 'ReactionsButton'
  | 'HandButton'
  | 'ChatButton'
  | 'PeopleButton'

/** The bar from its inline start to its end; "more" and Leave follow. */
export const BAR_ENTRIES: readonly BarEntry[] = [
  { name: 'MicrophoneButton', Button: MicrophoneButton, group: 'self', rank: 0 },
  { name: 'CameraButton', Button: CameraButton, group: 'self', rank: 1 },
  { name: 'ScreenButton', Button: ScreenButton, group: 'self', rank: 4, isPossible: canShareScreen },
  { name: 'ReactionsButton', Button: ReactionsButton, group: 'all', rank: 6 },
  { name: 'HandButton', Button: HandButton, group: 'all', rank: 5 },
  { name: 'ChatButton', Button: ChatButton, group: 'all', rank: 2 },
  { name: 'PeopleButton', Button: PeopleButton, group: 'all', rank: 3 },
]
