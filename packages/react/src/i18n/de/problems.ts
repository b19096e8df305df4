import type { ProblemMessages } from '../en/problems.ts'

const askSupport = 'Wenn es wieder passiert, senden Sie die Details unten an den Support.'
const waitAndRetry = 'Warten Sie einen Moment und versuchen Sie es dann noch einmal.'
const checkConnection = 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann noch einmal.'

export const deProblems: ProblemMessages = {
  retry: 'Erneut versuchen',
  details: 'Details',

  UNAUTHENTICATED: {
    title: 'Sie sind abgemeldet.',
    action: 'Melden Sie sich wieder an und versuchen Sie es dann noch einmal.',
  },
  ORIGIN_REJECTED: {
    title: 'Diese Seite darf keine Termine abrufen.',
    action: 'Öffnen Sie die App unter ihrer gewohnten Adresse.',
  },
  ACTION_FORBIDDEN: {
    title: 'Das kann nur, wer zu diesem Termin eingeladen hat.',
    action: 'Bitten Sie diese Person darum.',
  },
  BOOKING_NOT_FOUND: {
    title: 'Wir konnten diesen Termin nicht finden.',
    action:
      'Er wurde vielleicht entfernt oder gehört zu einem anderen Konto. Prüfen Sie, mit welchem Konto Sie angemeldet sind.',
  },
  ROUTE_NOT_FOUND: { title: 'Unter dieser Adresse gibt es keine Termine.', action: askSupport },
  METHOD_NOT_ALLOWED: { title: 'Diese Anfrage wurde nicht angenommen.', action: askSupport },
  JOIN_TOO_EARLY: {
    title: 'Für diesen Termin ist es noch zu früh.',
    action: 'Kommen Sie etwas später wieder. Die Schaltfläche wird von selbst verfügbar.',
  },
  BOOKING_ENDED: {
    title: 'Dieser Termin ist vorbei.',
    action: 'Buchen Sie einen neuen, um wieder zu sprechen.',
  },
  BOOKING_CANCELLED: {
    title: 'Dieser Termin wurde abgesagt.',
    action: 'Buchen Sie einen neuen, um zu sprechen.',
  },
  REMOVED_FROM_MEETING: {
    title: 'Sie wurden aus diesem Termin entfernt.',
    action: 'Nur wer eingeladen hat, kann Sie wieder hereinlassen. Melden Sie sich dort auf anderem Weg.',
  },
  HOST_REFUSED: {
    title: 'Das ist nicht erlaubt.',
    action: 'Wenden Sie sich an den Betreiber dieser App.',
    preferServerTitle: true,
  },
  PARTICIPANT_NOT_FOUND: {
    title: 'Wir konnten diese Person in dem Termin nicht finden.',
    action: 'Vielleicht hat sie noch nicht teilgenommen. Öffnen Sie die Liste der Personen erneut.',
  },
  WAITING_FOR_ADMISSION: {
    title: 'Sie wurden noch nicht hereingelassen.',
    action: 'Bleiben Sie hier: Sie nehmen teil, sobald Sie hereingelassen werden.',
  },
  MEETING_LOCKED: {
    title: 'Dieser Termin ist gesperrt.',
    action: 'Bitten Sie darum, ihn zu entsperren, und versuchen Sie es dann noch einmal.',
  },
  PAYLOAD_TOO_LARGE: {
    title: 'Die Anfrage war zu groß.',
    action: 'Kürzen Sie den Text und versuchen Sie es dann noch einmal.',
  },
  UNSUPPORTED_MEDIA_TYPE: { title: 'Die Anfrage wurde nicht verstanden.', action: askSupport },
  BODY_UNREADABLE: { title: 'Die Anfrage wurde nicht verstanden.', action: askSupport },
  VALIDATION_FAILED: {
    title: 'Einige Angaben fehlen oder sind falsch.',
    action: 'Laden Sie die Seite neu und versuchen Sie es dann noch einmal.',
  },
  RATE_LIMITED: { title: 'Das war etwas zu oft hintereinander.', action: waitAndRetry },
  CONFIG_INVALID: { title: 'Die Termine sind nicht richtig eingerichtet.', action: askSupport },
  INTERNAL: { title: 'Auf unserer Seite ist etwas schiefgegangen.', action: waitAndRetry },
  VIDEO_UNAVAILABLE: { title: 'Der Videodienst ist nicht erreichbar.', action: waitAndRetry },
  STORE_UNAVAILABLE: { title: 'Die Termine sind gerade nicht erreichbar.', action: waitAndRetry },
  NETWORK_UNREACHABLE: { title: 'Der Server ist nicht erreichbar.', action: checkConnection },
  UNEXPECTED_ANSWER: {
    title: 'Der Server hat eine Antwort gegeben, die wir nicht verstehen.',
    action: waitAndRetry,
  },
  SUPERSEDED: { title: 'Ein neuerer Versuch hat diesen ersetzt.', action: 'Sie müssen nichts tun.' },
  CALL_IN_PROGRESS: {
    title: 'Sie sind in einem anderen Gespräch.',
    action: 'Verlassen Sie zuerst jenes Gespräch und nehmen Sie dann an diesem teil.',
  },
  VIDEO_CODE_UNREACHABLE: {
    title: 'Das Videogespräch konnte nicht geladen werden.',
    action: checkConnection,
  },
  ROOM_CONNECTION_LOST: {
    title: 'Die Verbindung zum Gespräch ist abgebrochen.',
    action: 'Prüfen Sie Ihre Internetverbindung und nehmen Sie dann wieder teil.',
  },
  ROOM_FULL: {
    title: 'Dieses Gespräch ist voll.',
    action: 'Bitten Sie jemanden, es zu verlassen, und versuchen Sie es dann noch einmal.',
  },
  ROOM_NOT_OPEN: { title: 'Dieses Gespräch ist nicht geöffnet.', action: waitAndRetry },
  ROOM_REFUSED: {
    title: 'Der Videodienst hat Sie nicht eingelassen.',
    action: 'Senden Sie die Details unten an den Support.',
  },
}
