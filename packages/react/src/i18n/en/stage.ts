import type { enStageLater } from './stage-later.ts'

/** The words of stage and controls that load with the call. */
export const enStage = {
  chat: 'Chat',
  people: 'People',
  panelLoading: 'Loading',
  panelFailed: 'This could not be loaded. Check your internet connection, then try again.',
  picturePaused: 'Picture paused',
  connectionWeak: 'Weak connection',
  connectionBad: 'Very weak connection',
  pin: 'Pin {name}',
  unpin: 'Unpin {name}',
  more: 'More',
  endForAll: 'End for everybody',
}

export type StageMessages = typeof enStage & typeof enStageLater
