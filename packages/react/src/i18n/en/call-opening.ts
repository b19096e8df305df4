/** What may be read before the call screen has loaded: a file of its own, because these words come with the page. */
export const enCallOpening = {
  /** The name of the dialog when neither the meeting nor anybody in it is known by name. */
  videoCall: 'Video call',
  videoCallNamed: 'Video call: {meeting}',
  videoCallWith: 'Video call with {people}',
  opening: 'Opening the call',
  openingFailed: 'The call could not be opened. Check your internet connection, then try again.',
  tryAgain: 'Try again',
  leave: 'Leave',
}
