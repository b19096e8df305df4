/** What is read of the connection check before it has loaded. */
export const enConnectionCheckOpening = {
  check: 'Check connection',
  checkNotLoaded: 'The check could not be loaded. Try again.',
}
