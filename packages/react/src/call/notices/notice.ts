/** One line under the top of the call. */
export interface Notice {
  /** The same as long as it is about the same thing: what was hidden stays hidden. */
  id: string
  tone: 'info' | 'warning'
  text: string
  /** What its button does, if it has one. */
  action?: 'turn-sound-on' | 'ask-for-microphone' | 'ask-for-camera' | 'ask-for-both' | 'share-screen'
  /** A button with words of its own, instead of `action`. */
  button?: { label: string; press(): void }
  /** Whether the person may hide it. */
  canHide: boolean
  /** The words of the button that hides it; without them it is a cross. */
  hideLabel?: string
  /** To be seen only: it is read out elsewhere. */
  isSilent?: boolean
}
