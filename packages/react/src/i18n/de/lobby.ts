import type { LobbyMessages } from '../en/lobby.ts'

export const deLobby: LobbyMessages = {
  deviceReplaced: '„{before}“ wurde getrennt. Jetzt wird „{now}“ verwendet.',
  deviceReplacedUnnamed: 'Ihr Gerät wurde getrennt. Jetzt wird „{now}“ verwendet.',
  deviceReturned: '„{now}“ wird wieder verwendet.',
  otherMicrophone: 'ein anderes Mikrofon',
  otherCamera: 'eine andere Kamera',
  otherSpeaker: 'ein anderer Lautsprecher',

  background: 'Hintergrund',
  backgroundNone: 'Keiner',
  backgroundBlur: 'Unscharf',
  backgroundStrongBlur: 'Sehr unscharf',
  backgroundLoading: 'Ihr Hintergrund wird vorbereitet',
  backgroundRefused: 'Dieser Hintergrund konnte nicht geladen werden. Man sieht Sie wie zuvor.',
  cameraWithoutBackground: 'Ohne Hintergrund einschalten',

  title: 'Bereit für das Gespräch?',
  preview: 'So sehen andere Sie',
  cameraIsOff: 'Ihre Kamera ist aus',
  cameraStarting: 'Ihre Kamera wird gestartet',
  personIsIn: '{person} ist schon im Gespräch',
  peopleAreIn: '{count} Personen sind schon im Gespräch',
  expected: 'Mit {people}',
  joinNow: 'Jetzt teilnehmen',
  joinMuted: 'Stumm teilnehmen',
  joinWithoutCamera: 'Ohne Kamera teilnehmen',
  joinMutedWithoutCamera: 'Stumm und ohne Kamera teilnehmen',
  cancel: 'Abbrechen',

  microphone: 'Mikrofon',
  camera: 'Kamera',
  speaker: 'Lautsprecher',
  microphoneNumber: 'Mikrofon {number}',
  cameraNumber: 'Kamera {number}',
  speakerNumber: 'Lautsprecher {number}',
  noMicrophone: 'Kein Mikrofon verfügbar',
  noCamera: 'Keine Kamera verfügbar',
  systemSpeaker: 'Vom System ausgewählt',
  saySomething: 'Sagen Sie etwas, um es zu testen.',
  microphoneHeard: 'Wir hören Sie.',
  microphoneMuted: 'Sie sind stummgeschaltet.',
  reduceNoise: 'Hintergrundgeräusche verringern',
  testSpeaker: 'Testton abspielen',
  speakerPlaying: 'Wird abgespielt',
  speakerFailed: 'Der Ton konnte nicht abgespielt werden. Wählen Sie einen anderen Lautsprecher.',

  allowBoth: 'Kamera und Mikrofon erlauben',
  allowMicrophone: 'Mikrofon erlauben',
  allowCamera: 'Kamera erlauben',
  allowDetail:
    'Wählen Sie „Zulassen“, wenn Ihr Browser fragt. Niemand sieht oder hört Sie, bevor Sie teilnehmen.',
  dismissedBoth:
    'Sie haben Kamera und Mikrofon noch nicht erlaubt; so würde Sie niemand sehen oder hören. Versuchen Sie es noch einmal und wählen Sie „Zulassen“.',
  blockedBoth: 'Kamera und Mikrofon sind blockiert',
  blockedMicrophone: 'Ihr Mikrofon ist blockiert',
  blockedCamera: 'Ihre Kamera ist blockiert',
  allowInChrome:
    'Klicken Sie auf das Symbol links neben der Adresse dieser Seite und schalten Sie Kamera und Mikrofon ein.',
  allowInChromePhone:
    'Tippen Sie auf das Symbol links neben der Adresse dieser Seite, dann auf „Berechtigungen“, und erlauben Sie Kamera und Mikrofon.',
  allowInEdge:
    'Klicken Sie auf das Schloss links neben der Adresse dieser Seite, dann auf „Berechtigungen für diese Website“, und erlauben Sie Kamera und Mikrofon.',
  allowInFirefox:
    'Klicken Sie links neben der Adresse dieser Seite auf die durchgestrichene Kamera oder das Mikrofon und heben Sie die Blockierung auf.',
  allowInSafari:
    'Wählen Sie in der Menüleiste „Safari“, dann „Einstellungen für diese Website“, und stellen Sie Kamera und Mikrofon auf „Erlauben“.',
  allowInSafariPhone:
    'Tippen Sie in der Adressleiste auf das Seitenmenü, dann auf „Website-Einstellungen“, und stellen Sie Kamera und Mikrofon auf „Erlauben“.',
  allowInIosApp:
    'Öffnen Sie die App „Einstellungen“ Ihres Geräts, wählen Sie diesen Browser und schalten Sie Kamera und Mikrofon ein.',
  allowInOther:
    'Öffnen Sie die Einstellungen Ihres Browsers für diese Seite und erlauben Sie Kamera und Mikrofon.',
  allowedAppears: 'Neu laden ist nicht nötig: Diese Seite bemerkt es von selbst.',
  allowedTryAgain: 'Versuchen Sie es dann noch einmal.',
}
