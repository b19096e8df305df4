import { enSchedulingOpening } from './scheduling-opening.ts'

/** The words of booking. `{name}` is filled in; dates, times, durations and plurals of days come from Intl. */
export const enScheduling = {
  ...enSchedulingOpening,

  myMeetings: 'My Meetings',
  bookNewMeeting: 'Book New Meeting',
  moveMeeting: 'Move meeting',

  chooseType: 'What would you like to book?',
  loadingTypes: 'Loading what can be booked',
  noTypes: 'Nothing can be booked at the moment.',
  anyHost: 'with {people}',
  oneOfHosts: 'with one of {people}',

  chooseTime: 'Choose a day and a time',
  calendar: 'Free days',
  month: 'Month',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  today: 'Today',
  freeTimes: { one: '{count} free time', other: '{count} free times' } as Plural,
  noFreeTimes: 'no free times',
  loadingDays: 'Loading free times',
  emptyMonth: 'No free times in {month}.',
  emptyMonths: 'No free times until {date}.',
  nextFreeDay: 'Go to {date}',
  chooseDay: 'Choose a day to see its times.',
  timesOn: 'Times on {date}',
  dayIsFull: 'No free times are left on this day.',
  otherDays: 'Other days',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  timeZone: 'Time zone',
  timesAreIn: 'Times are in {zone}',
  searchZone: 'City, region or offset',
  zoneCount: { one: '{count} time zone', other: '{count} time zones' } as Plural,
  noZone: 'No time zone matches.',
  dateAndTime: '{date}, {from} – {to}',

  back: 'Back',
  yourDetails: 'Your details',
  name: 'Name',
  email: 'E-mail',
  optional: 'optional',
  notes: 'Anything to know beforehand?',
  guests: 'Guests',
  guestsHint: 'E-mail addresses of others to invite.',
  addGuest: 'Add',
  removeGuest: 'Remove {guest}',
  chooseOption: 'Please choose',
  book: 'Book meeting',
  booking: 'Booking ...',

  nameMissing: 'Enter your name.',
  emailWrong: 'Enter an e-mail address like name@example.com.',
  guestWrong: 'Complete this address or remove it. It should look like name@example.com.',
  tooManyGuests: 'Invite at most {count} guests.',
  answerMissing: 'Answer this question.',
  choiceMissing: 'Choose one of these.',
  consentMissing: 'Tick this box to go on.',
  tooLong: 'Shorten this to {count} characters.',
  notAccepted: 'The server did not accept this. Check it, then try again.',

  holdEnding: {
    one: 'We keep this time for you for {count} more minute.',
    other: 'We keep this time for you for {count} more minutes.',
  } as Plural,
  holdExpired: 'This time is no longer kept for you. It may still be free.',
  keepAgain: 'Keep it again',
  keptAgain: 'This time is kept for you again.',
  takenTitle: 'This time was just taken.',
  takenAction: 'Choose another one. What you have typed is kept.',
  takenActionMove: 'Choose another one. Your meeting stays as it is until you have.',
  nearestTimes: 'Free times nearby',
  allTimes: 'See all times',
  unsure: 'We do not know whether your meeting was booked. Try again: it is booked only once.',

  movingFrom: 'Now on {when}',
  confirmMove: 'Move to this time?',
  move: 'Move meeting',
  moving: 'Moving ...',
  cannotMove: 'This meeting cannot be moved here. Ask its host for another time.',

  bookedTitle: 'Your meeting is booked',
  movedTitle: 'Your meeting has a new time',
  invited: 'Guests: {people}',
  bookAnother: 'Book another meeting',
  showMeetings: 'Show my meetings',
}

/** A word per plural form of `Intl.PluralRules`; `other` is always there. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export type SchedulingMessages = typeof enScheduling
