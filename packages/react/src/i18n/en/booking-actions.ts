/** The words of what can be done with a booking besides joining it. They load after the list. */
export const enBookingActions = {
  moreActions: 'More actions',
  menuFailed: 'The menu could not be loaded.',
  reschedule: 'Reschedule',
  cancel: 'Cancel meeting',
  addToCalendar: 'Add to calendar',
  calendarFile: 'Calendar file (.ics)',
  googleCalendar: 'Google Calendar',
  outlook: 'Outlook.com',
  office365: 'Office 365',
  copyLink: 'Copy link',
  linkCopied: 'The link was copied.',
  copyFailed: 'The link could not be copied. Copy it here: {link}',
  fileFailed: 'The calendar file could not be loaded. Try again, or choose another calendar.',
  /** `{zone}` is the name of the zone. */
  showInZone: 'Show time in {zone}',
  hideZone: 'Hide time in {zone}',
  /** `{when}` is a date and time. */
  whenInZone: '{when} ({zone})',
  changesEnded: 'This meeting could be changed until {when}.',

  cancelTitle: 'Cancel this meeting?',
  cancelWhat: '{type} with {people}, {when}',
  cancelUntil: 'You can cancel or reschedule until {when}.',
  cancelReason: 'Reason (optional)',
  cancelReasonHint: 'Everybody in this meeting can read it.',
  keepMeeting: 'Keep meeting',
  cancelling: 'Cancelling...',
  cancelTooLate: 'It is too late to cancel this meeting. Contact the other side instead.',
  cancelled: '{type} on {when} was cancelled.',

  notes: 'Notes',
  guests: 'Also invited: {people}',
  cancelledWithReason: 'Reason: {reason}',
  hostNotIn: 'Your host has not joined yet.',
  personWaits: '{person} is waiting for you.',
  peopleWait: 'People waiting for you: {count}',

  search: 'Search meetings',
  searchFound: 'Meetings found: {count}',
  searchNothing: 'No meeting matches “{text}”.',
  searchIsPartial: 'Only the meetings shown so far are searched.',
  clearSearch: 'Clear search',
}

export type BookingActionMessages = typeof enBookingActions
