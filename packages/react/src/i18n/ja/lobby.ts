import type { LobbyMessages } from '../en/lobby.ts'

export const jaLobby: LobbyMessages = {
  deviceReplaced: '「{before}」の接続が切れました。現在は「{now}」を使用しています。',
  deviceReplacedUnnamed: 'デバイスの接続が切れました。現在は「{now}」を使用しています。',
  deviceReturned: '「{now}」の使用を再開しました。',
  otherMicrophone: '別のマイク',
  otherCamera: '別のカメラ',
  otherSpeaker: '別のスピーカー',

  background: '背景',
  backgroundNone: 'なし',
  backgroundBlur: 'ぼかし',
  backgroundStrongBlur: '強いぼかし',
  backgroundLoading: '背景を準備しています',
  backgroundRefused: 'この背景を読み込めませんでした。映像は以前のままです。',
  cameraWithoutBackground: '背景なしでカメラをオンにする',

  title: '参加する準備はできましたか？',
  preview: '相手から見たあなたの映像',
  cameraIsOff: 'カメラはオフです',
  cameraStarting: 'カメラを起動しています',
  personIsIn: '{person}さんはすでに参加しています',
  peopleAreIn: '{count}人がすでに参加しています',
  expected: '{people}との通話',
  joinNow: '今すぐ参加',
  joinMuted: 'ミュートで参加',
  joinWithoutCamera: 'カメラをオフにして参加',
  joinMutedWithoutCamera: 'ミュート・カメラオフで参加',
  cancel: 'キャンセル',

  microphone: 'マイク',
  camera: 'カメラ',
  speaker: 'スピーカー',
  microphoneNumber: 'マイク {number}',
  cameraNumber: 'カメラ {number}',
  speakerNumber: 'スピーカー {number}',
  noMicrophone: '使用できるマイクがありません',
  noCamera: '使用できるカメラがありません',
  systemSpeaker: 'システムの設定に従います',
  saySomething: '何か話して確認してください。',
  microphoneHeard: '音声が届いています。',
  microphoneMuted: 'ミュート中です。',
  reduceNoise: '周囲の雑音を抑える',
  testSpeaker: 'テスト音を再生',
  speakerPlaying: '再生中',
  speakerFailed: '音を再生できませんでした。別のスピーカーを選んでください。',

  allowBoth: 'カメラとマイクを許可してください',
  allowMicrophone: 'マイクを許可してください',
  allowCamera: 'カメラを許可してください',
  allowDetail:
    'ブラウザーの確認画面で「許可」を選んでください。参加するまで、映像や音声が相手に届くことはありません。',
  dismissedBoth:
    'カメラとマイクがまだ許可されていないため、映像も音声も相手に届きません。もう一度試して「許可」を選んでください。',
  blockedBoth: 'カメラとマイクがブロックされています',
  blockedMicrophone: 'マイクがブロックされています',
  blockedCamera: 'カメラがブロックされています',
  allowInChrome: 'アドレスの左にあるアイコンをクリックし、カメラとマイクをオンにしてください。',
  allowInChromePhone: 'アドレスの左にあるアイコンをタップし、「権限」でカメラとマイクを許可してください。',
  allowInEdge:
    'アドレスの左にある鍵のアイコンをクリックし、「このサイトに対するアクセス許可」でカメラとマイクを許可してください。',
  allowInFirefox:
    'アドレスの左にある、斜線の入ったカメラまたはマイクのアイコンをクリックし、ブロックを解除してください。',
  allowInSafari:
    'メニューバーの「Safari」から「このWebサイトでの設定」を選び、カメラとマイクを「許可」にしてください。',
  allowInSafariPhone:
    'アドレスバーのページメニューをタップし、「Webサイトの設定」でカメラとマイクを「許可」にしてください。',
  allowInIosApp: 'デバイスの「設定」アプリでこのブラウザーを選び、カメラとマイクをオンにしてください。',
  allowInOther: 'ブラウザーのこのページの設定を開き、カメラとマイクを許可してください。',
  allowedAppears: '再読み込みは不要です。このページが自動的に検知します。',
  allowedTryAgain: 'その後、もう一度お試しください。',
}
