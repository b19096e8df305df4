/** The words of a list that is not simply there: empty, offline, out of date. They load after its cards. */
export const enBookingsStates = {
  updating: 'Updating',
  updateFailed: 'This list could not be updated and may be out of date.',
  offline: 'You are offline. The list updates when the connection is back.',
  bookMeeting: 'Book a meeting',
  showUpcoming: 'Show upcoming meetings',
  emptyUpcoming: 'You have no upcoming meetings.',
  emptyPast: 'You have no past meetings.',
  emptyCancelled: 'You have no cancelled meetings.',
}
