import type { CallMessages } from '../en/call.ts'

export const deCall: CallMessages = {
  videoCall: 'Videoanruf',
  videoCallNamed: 'Videoanruf: {meeting}',
  videoCallWith: 'Videoanruf mit {people}',
  opening: 'Der Anruf wird geöffnet',
  openingFailed:
    'Der Anruf konnte nicht geöffnet werden. Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
  tryAgain: 'Noch einmal versuchen',
  leave: 'Verlassen',

  controls: 'Steuerung des Anrufs',
  mute: 'Stummschalten',
  unmute: 'Stummschaltung aufheben',
  turnCameraOff: 'Kamera ausschalten',
  turnCameraOn: 'Kamera einschalten',
  shareScreen: 'Bildschirm teilen',
  stopSharing: 'Teilen beenden',
  turnSoundOn: 'Ton einschalten',
  minimise: 'Verkleinern',
  returnToCall: 'Zurück zum Anruf',
  moveWithArrows: 'Die Pfeiltasten bewegen ihn in eine andere Ecke.',
  close: 'Schließen',
  dismiss: 'Diesen Hinweis ausblenden',

  people: 'Personen im Anruf',
  you: 'Sie',
  guest: 'Gast',
  muted: 'Stummgeschaltet',
  cameraOff: 'Kamera aus',
  personReconnecting: 'Verbindung wird wiederhergestellt',
  screenOf: 'Bildschirm von {name}',

  elapsed: 'Zeit im Anruf',
  timeLeft: 'noch {duration}',
  lessThanAMinuteLeft: 'noch weniger als eine Minute',
  timeIsUp: 'Die geplante Zeit ist um',
  timeOver: '{duration} über der Zeit',
  recording: 'Aufzeichnung',

  connecting: 'Verbindung wird hergestellt',
  connectingDetail: 'Sie sind gleich im Anruf.',
  waitingFor: 'Warten auf {people}',
  waitingForOthers: 'Warten auf die anderen',
  waitingDetail: 'Sie sind im Anruf. Man sieht und hört Sie, sobald jemand dazukommt.',

  reconnecting: 'Ihre Verbindung ist abgebrochen und wird wiederhergestellt. Bitte bleiben Sie.',
  soundBlocked: 'Ihr Browser hält den Ton dieses Anrufs zurück.',
  youAreSharing: 'Alle im Anruf sehen Ihren Bildschirm.',

  devicesDenied:
    'Mikrofon und Kamera sind blockiert. Erlauben Sie beide neben der Adresse dieser Seite und versuchen Sie es noch einmal. Bis dahin können Sie zuhören und zusehen.',
  devicesMissing:
    'Es wurde weder Mikrofon noch Kamera gefunden. Schließen Sie eines an und versuchen Sie es noch einmal.',
  devicesUnavailable:
    'Mikrofon und Kamera konnten nicht gestartet werden. Schließen Sie andere Programme, die sie benutzen, und versuchen Sie es noch einmal.',
  microphoneDenied:
    'Ihr Mikrofon ist blockiert. Erlauben Sie es neben der Adresse dieser Seite und versuchen Sie es noch einmal.',
  microphoneDismissed: 'Sie haben das Mikrofon noch nicht erlaubt; niemand kann Sie hören.',
  microphoneMissing:
    'Es wurde kein Mikrofon gefunden. Schließen Sie eines an und versuchen Sie es noch einmal.',
  microphoneInUse:
    'Ihr Mikrofon wird von einem anderen Programm benutzt. Schließen Sie es dort und versuchen Sie es noch einmal.',
  microphoneBlockedBySystem:
    'Ihr Computer lässt diesen Browser nicht an das Mikrofon. Erlauben Sie es in den Datenschutz-Einstellungen des Systems und versuchen Sie es noch einmal.',
  microphoneUnavailable:
    'Ihr Mikrofon konnte nicht gestartet werden. Stecken Sie es ab und wieder an und versuchen Sie es noch einmal.',
  cameraDenied:
    'Ihre Kamera ist blockiert. Erlauben Sie sie neben der Adresse dieser Seite und versuchen Sie es noch einmal.',
  cameraDismissed: 'Sie haben die Kamera noch nicht erlaubt; niemand kann Sie sehen.',
  cameraMissing: 'Es wurde keine Kamera gefunden. Schließen Sie eine an und versuchen Sie es noch einmal.',
  cameraInUse:
    'Ihre Kamera wird von einem anderen Programm benutzt. Schließen Sie es und versuchen Sie es noch einmal.',
  cameraBlockedBySystem:
    'Ihr Computer lässt diesen Browser nicht an die Kamera. Erlauben Sie es in den Datenschutz-Einstellungen des Systems und versuchen Sie es noch einmal.',
  cameraUnavailable:
    'Ihre Kamera konnte nicht gestartet werden. Stecken Sie sie ab und wieder an und versuchen Sie es noch einmal.',
  cameraNotPainted:
    'Ihr Hintergrund konnte nicht geladen werden. Die Kamera bleibt aus, damit niemand Ihr Zimmer sieht.',
  insecurePage:
    'Mikrofon und Kamera gehen nur auf einer sicheren Seite. Öffnen Sie diese Seite mit https am Anfang der Adresse.',
  screenBlockedBySystem:
    'Ihr Computer lässt diesen Browser den Bildschirm nicht aufnehmen. Erlauben Sie es in den Datenschutz-Einstellungen des Systems und versuchen Sie es noch einmal.',
  screenUnavailable:
    'Ihr Bildschirm konnte nicht geteilt werden. Versuchen Sie es noch einmal oder wählen Sie ein anderes Fenster.',

  joined: '{name} ist dazugekommen',
  left: '{name} ist gegangen',
  isMuted: '{name} ist stummgeschaltet',
  isUnmuted: '{name} ist nicht mehr stummgeschaltet',
  isSharing: '{name} teilt einen Bildschirm',
  stoppedSharing: '{name} teilt nicht mehr',
  isReconnecting: 'Die Verbindung von {name} wird wiederhergestellt',
  isBack: '{name} ist wieder da',
  connected: 'Sie sind im Anruf',
  reconnected: 'Sie sind wieder verbunden',

  endedTitle: 'Der Anruf ist beendet',
  endedCompleted: 'Das Meeting wurde für alle beendet.',
  endedOverTitle: 'Das Meeting ist zu Ende',
  endedRemovedTitle: 'Sie wurden aus dem Anruf entfernt',
  endedRemoved: 'Wenn das ein Versehen war, bitten Sie die Gastgeberin oder den Gastgeber um eine Einladung.',
  endedOtherTabTitle: 'Sie sind an anderer Stelle dabei',
  endedOtherTab:
    'Dieser Anruf geht in einem anderen Tab oder auf einem anderen Gerät weiter. Sie können ihn hierher zurückholen.',
  endedTimeLimitTitle: 'Die Höchstdauer ist erreicht',
  endedTimeLimit:
    'Eine Person kann nur eine begrenzte Zeit in einem Anruf sein. Sie können wieder beitreten.',
  endedUnknown: 'Sie können wieder beitreten, solange das Meeting läuft.',
  useHere: 'Hier weitermachen',
  joinAgain: 'Wieder beitreten',
  problemCode: 'Code',
  requestId: 'Anfrage',
}
