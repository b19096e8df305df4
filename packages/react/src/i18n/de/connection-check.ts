import type { ConnectionCheckMessages } from '../en/connection-check.ts'

export const deConnectionCheck: ConnectionCheckMessages = {
  check: 'Verbindung prüfen',
  checkNotLoaded: 'Die Prüfung konnte nicht geladen werden. Versuchen Sie es noch einmal.',
  stop: 'Prüfung beenden',
  checkAgain: 'Erneut prüfen',
  reaching: 'Der Videodienst wird gesucht',
  connecting: 'Ton und Bild werden ausprobiert',
  measuring: 'Einige Sekunden lang wird gemessen',

  goodTitle: 'Ihre Verbindung ist gut',
  goodAdvice: 'Ton und Bild sollten klar sein.',
  fairTitle: 'Ihre Verbindung ist etwas langsam',
  fairAdvice:
    'Das Gespräch sollte gelingen. Wenn es stockt, schalten Sie Ihre Kamera aus oder gehen Sie näher an Ihren Router.',
  poorTitle: 'Ihre Verbindung ist langsam',
  poorAdvice:
    'Schalten Sie Ihre Kamera aus, gehen Sie näher an Ihren Router oder schließen Sie ein Netzwerkkabel an.',
  blockedTitle: 'Videogespräche sind in diesem Netzwerk blockiert',
  blockedAdvice:
    'Verwenden Sie ein anderes Netzwerk, etwa das Ihres Telefons, oder schalten Sie ein VPN aus. Fragen Sie bei der Arbeit, wer das Netzwerk betreut.',
  unreachableTitle: 'Der Videodienst ist nicht erreichbar',
  unreachableAdvice:
    'Prüfen Sie Ihre Internetverbindung. Auch ein VPN oder ein Werbeblocker kann im Weg sein.',
  failedTitle: 'Ihre Verbindung konnte nicht geprüft werden',
  failedAdvice: 'Über das Gespräch sagt das nichts: Sie können trotzdem teilnehmen.',

  details: 'Einzelheiten',
  latency: 'Verzögerung, hin und zurück',
  jitter: 'Schwankung der Verzögerung',
  packetLoss: 'Verlorene Pakete',
  connectTime: 'Dauer des Verbindens',
  notMeasured: 'Nicht gemessen',
}
