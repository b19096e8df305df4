import type { BookingActionMessages } from '../en/booking-actions.ts'

export const deBookingActions: BookingActionMessages = {
  moreActions: 'Weitere Aktionen',
  reschedule: 'Verschieben',
  cancel: 'Termin absagen',
  addToCalendar: 'Zum Kalender hinzufügen',
  calendarFile: 'Kalenderdatei (.ics)',
  googleCalendar: 'Google Kalender',
  outlook: 'Outlook.com',
  office365: 'Office 365',
  copyLink: 'Link kopieren',
  linkCopied: 'Der Link wurde kopiert.',
  copyFailed: 'Der Link konnte nicht kopiert werden. Kopieren Sie ihn hier: {link}',
  fileFailed:
    'Die Kalenderdatei konnte nicht geladen werden. Versuchen Sie es noch einmal oder wählen Sie einen anderen Kalender.',
  showInZone: 'Zeit in {zone} anzeigen',
  hideZone: 'Zeit in {zone} ausblenden',
  whenInZone: '{when} ({zone})',
  changesEnded: 'Dieser Termin konnte bis {when} geändert werden.',

  cancelTitle: 'Diesen Termin absagen?',
  cancelWhat: '{type} mit {people}, {when}',
  cancelUntil: 'Sie können bis {when} absagen oder verschieben.',
  cancelReason: 'Grund (freiwillig)',
  cancelReasonHint: 'Alle Teilnehmenden können ihn lesen.',
  keepMeeting: 'Termin behalten',
  cancelling: 'Wird abgesagt …',
  cancelTooLate: 'Für eine Absage ist es zu spät. Wenden Sie sich bitte an die andere Seite.',
  cancelled: '{type} am {when} wurde abgesagt.',

  notes: 'Notizen',
  guests: 'Auch eingeladen: {people}',
  cancelledWithReason: 'Grund: {reason}',
  hostNotIn: 'Ihr Gastgeber ist noch nicht da.',
  personWaits: '{person} wartet auf Sie.',
  peopleWait: 'Wartende: {count}',

  search: 'Termine durchsuchen',
  searchFound: 'Gefundene Termine: {count}',
  searchNothing: 'Kein Termin passt zu „{text}“.',
  searchIsPartial: 'Durchsucht wird nur, was schon angezeigt wurde.',
  clearSearch: 'Suche leeren',
}
