/** What may be read before the booking screens have loaded: these words come with the page. */
export const enSchedulingOpening = {
  opening: 'Loading',
  openingFailed: 'This could not be loaded. Check your internet connection, then try again.',
  tryAgain: 'Try again',
  close: 'Close',
}
