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
}
