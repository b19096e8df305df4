/** The words of stage, controls and side panel. They load with the call screen. */
export const enStage = {
  chat: 'Chat',
  people: 'People',
  settings: 'Settings',
  statistics: 'Connection',
  closePanel: 'Close panel',
  panelLoading: 'Loading',
  panelFailed: 'This could not be loaded. Check your internet connection, then try again.',

  picturePaused: 'Picture paused',
  connectionWeak: 'Weak connection',
  connectionBad: 'Very weak connection',
  pin: 'Pin {name}',
  unpin: 'Unpin {name}',
  pages: 'Pages of people',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: '{page} of {pages}',
}

export type StageMessages = typeof enStage
