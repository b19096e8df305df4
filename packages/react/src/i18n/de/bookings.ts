import type { BookingsMessages } from '../en/bookings.ts'

export const deBookings: BookingsMessages = {
  myMeetings: 'Meine Termine',

  scopeLabel: 'Termine anzeigen',
  scopeUpcoming: 'Anstehend',
  scopePast: 'Vergangen',
  scopeCancelled: 'Abgesagt',
  scopeAll: 'Alle',

  statusConfirmed: 'Bestätigt',
  statusInProgress: 'Läuft gerade',
  statusCompleted: 'Abgeschlossen',
  statusCancelled: 'Abgesagt',
  statusOver: 'Beendet',

  dateAtTime: '{date} um {time} Uhr',
  withPeople: 'mit {people}',

  starts: 'Beginnt {relative}',
  startsNow: 'Beginnt jetzt',
  started: 'Hat {relative} begonnen',
  ends: 'Endet {relative}',

  joinVideoCall: 'Am Videogespräch teilnehmen',
  joining: 'Wird verbunden …',
  returnToCall: 'Zurück zum Gespräch',
  availableBeforeStart: 'Ab {duration} vor Beginn verfügbar',
  availableAtStart: 'Ab Beginn verfügbar',

  loading: 'Ihre Termine werden geladen',
  updating: 'Wird aktualisiert',
  updateFailed: 'Diese Liste konnte nicht aktualisiert werden und ist vielleicht veraltet.',
  offline: 'Sie sind offline. Die Liste wird aktualisiert, sobald die Verbindung wieder da ist.',
  showMore: 'Mehr anzeigen',
  loadingMore: 'Weitere werden geladen',
  failed: 'Etwas hat nicht geklappt. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
  retry: 'Erneut versuchen',
  bookMeeting: 'Termin buchen',
  showUpcoming: 'Anstehende Termine anzeigen',
  emptyUpcoming: 'Sie haben keine anstehenden Termine.',
  emptyPast: 'Sie haben keine vergangenen Termine.',
  emptyCancelled: 'Sie haben keine abgesagten Termine.',
  emptyAll: 'Sie haben keine Termine.',
}
