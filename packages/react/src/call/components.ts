import type { ComponentType } from 'react'

/**
 * Parts of the call that a host may replace (a component), switch off (`null`) or leave as they are. What
 * stands in their place is rendered inside `<MeetingProvider>` and finds everything in `useCall()` and
 * `useParticipants()`.
 */
export interface CallComponents {
  TopBar?: ComponentType | null | undefined
  /** Everything between top bar and control bar, the side panel not included. */
  Stage?: ComponentType | null | undefined
  /** Somebody else on the stage, inside the tile's frame: picture, name and signs are then yours. */
  Tile?: ComponentType<CallTileProps> | null | undefined
  ControlBar?: ComponentType | null | undefined
  MicrophoneButton?: ComponentType | null | undefined
  CameraButton?: ComponentType | null | undefined
  ScreenButton?: ComponentType | null | undefined
  ReactionsButton?: ComponentType | null | undefined
  HandButton?: ComponentType | null | undefined
  ChatButton?: ComponentType | null | undefined
  PeopleButton?: ComponentType | null | undefined
  /** `overflow`: buttons for which a narrow bar has no room; render them, or they are out of reach. */
  MoreButton?: ComponentType<MoreButtonProps> | null | undefined
  /** Blur and images behind the person, among the devices of lobby and call. */
  BackgroundPicker?: ComponentType | null | undefined
  LeaveButton?: ComponentType | null | undefined
}

export interface MoreButtonProps {
  overflow: readonly { name: string; Button: ComponentType }[]
}

/** What a tile of a host's own is told. */
export interface CallTileProps {
  /** The person's id in this stay in the room. */
  sid: string
  /** Their id in every stay. */
  identity: string
  name: string
  isMuted: boolean
  isSpeaking: boolean
  isReconnecting: boolean
  /** Plays their camera in a `<video>`; the answer stops it. `null` while there is no picture. */
  attachCamera: ((element: HTMLVideoElement) => () => void) | null
}
