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
  MicrophoneButton?: ComponentType<BarButtonProps> | null | undefined
  CameraButton?: ComponentType<BarButtonProps> | null | undefined
  ScreenButton?: ComponentType<BarButtonProps> | null | undefined
  ReactionsButton?: ComponentType<BarButtonProps> | null | undefined
  HandButton?: ComponentType<BarButtonProps> | null | undefined
  ChatButton?: ComponentType<BarButtonProps> | null | undefined
  PeopleButton?: ComponentType<BarButtonProps> | null | undefined
  /** `overflow`: buttons for which a narrow bar has no room; render them, or they are out of reach. */
  MoreButton?: ComponentType<MoreButtonProps> | null | undefined
  /** Blur and images behind the person, among the devices of lobby and call. */
  BackgroundPicker?: ComponentType | null | undefined
  LeaveButton?: ComponentType | null | undefined
}

export interface BarButtonProps {
  /**
   * The bar is too narrow for it, and it is a line of the "more" menu: be a `<button role="menuitem" tabIndex={-1}>`
   * with a name, and the arrow keys find it.
   */
  isInMenu?: boolean | undefined
}

export interface MoreButtonProps {
  overflow: readonly { name: string; Button: ComponentType<BarButtonProps> }[]
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
