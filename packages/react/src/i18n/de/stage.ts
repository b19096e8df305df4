import type { StageMessages } from '../en/stage.ts'

export const deStage: StageMessages = {
  chat: 'Nachrichten',
  people: 'Personen',
  settings: 'Einstellungen',
  statistics: 'Verbindung',
  closePanel: 'Seitenleiste schließen',
  panelLoading: 'Wird geladen',
  panelFailed:
    'Das konnte nicht geladen werden. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',

  picturePaused: 'Bild angehalten',
  connectionWeak: 'Schwache Verbindung',
  connectionBad: 'Sehr schwache Verbindung',
  pin: '{name} anheften',
  unpin: '{name} lösen',
  pages: 'Seiten mit Personen',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  pageOf: '{page} von {pages}',
}
