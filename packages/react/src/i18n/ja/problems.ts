import type { ProblemMessages } from '../en/problems.ts'

const askSupport = '繰り返し起きる場合は、下の詳細をサポートにお送りください。'
const waitAndRetry = '少し待ってから、もう一度お試しください。'
const checkConnection = 'インターネット接続を確認して、もう一度お試しください。'

export const jaProblems: ProblemMessages = {
  retry: '再試行',
  details: '詳細',

  UNAUTHENTICATED: {
    title: 'サインアウトしています。',
    action: 'もう一度サインインしてから、お試しください。',
  },
  ORIGIN_REJECTED: {
    title: 'このページではミーティングを利用できません。',
    action: 'いつものアドレスでアプリを開いてください。',
  },
  ACTION_FORBIDDEN: {
    title: 'この操作ができるのは、このミーティングのホストだけです。',
    action: 'ホストに依頼してください。',
  },
  BOOKING_NOT_FOUND: {
    title: 'このミーティングは見つかりませんでした。',
    action:
      '削除されたか、別のアカウントのものかもしれません。どのアカウントでサインインしているか確認してください。',
  },
  ROUTE_NOT_FOUND: { title: 'このアドレスではミーティングを利用できません。', action: askSupport },
  METHOD_NOT_ALLOWED: { title: 'このリクエストは受け付けられませんでした。', action: askSupport },
  JOIN_TOO_EARLY: {
    title: 'このミーティングに参加するにはまだ早すぎます。',
    action: '少し後でもう一度お越しください。ボタンは自動的に使えるようになります。',
  },
  BOOKING_ENDED: {
    title: 'このミーティングは終了しました。',
    action: 'もう一度話すには、新しく予約してください。',
  },
  BOOKING_CANCELLED: {
    title: 'このミーティングはキャンセルされました。',
    action: '話をするには、新しく予約してください。',
  },
  REMOVED_FROM_MEETING: {
    title: 'ホストによってこのミーティングから退出させられました。',
    action: 'もう一度参加を許可できるのはホストだけです。別の方法でホストに連絡してください。',
  },
  HOST_REFUSED: {
    title: 'この操作は許可されていません。',
    action: 'このアプリの運営者にお問い合わせください。',
    preferServerTitle: true,
  },
  PARTICIPANT_NOT_FOUND: {
    title: 'この人はミーティングに見つかりませんでした。',
    action: 'まだ参加していない可能性があります。参加者の一覧を開き直してください。',
  },
  WAITING_FOR_ADMISSION: {
    title: 'ホストの許可を待っています。',
    action: 'このままお待ちください。許可されると自動的に参加します。',
  },
  MEETING_LOCKED: {
    title: 'このミーティングはホストによってロックされています。',
    action: 'ホストにロックの解除を依頼してから、もう一度お試しください。',
  },
  PAYLOAD_TOO_LARGE: {
    title: '送信した内容が大きすぎました。',
    action: '文章を短くして、もう一度お試しください。',
  },
  UNSUPPORTED_MEDIA_TYPE: { title: 'リクエストを理解できませんでした。', action: askSupport },
  BODY_UNREADABLE: { title: 'リクエストを理解できませんでした。', action: askSupport },
  VALIDATION_FAILED: {
    title: '入力内容に不足または誤りがあります。',
    action: 'ページを再読み込みして、もう一度お試しください。',
  },
  RATE_LIMITED: { title: '操作の回数が多すぎます。', action: waitAndRetry },
  CONFIG_INVALID: { title: 'ミーティングの設定が正しくありません。', action: askSupport },
  INTERNAL: { title: 'サーバー側で問題が起きました。', action: waitAndRetry },
  VIDEO_UNAVAILABLE: { title: 'ビデオサービスに接続できません。', action: waitAndRetry },
  STORE_UNAVAILABLE: { title: '現在、ミーティングに接続できません。', action: waitAndRetry },
  NETWORK_UNREACHABLE: { title: 'サーバーに接続できません。', action: checkConnection },
  UNEXPECTED_ANSWER: { title: 'サーバーから理解できない応答がありました。', action: waitAndRetry },
  SUPERSEDED: {
    title: '新しい操作に置き換えられました。',
    action: '何もする必要はありません。',
  },
  CALL_IN_PROGRESS: {
    title: '別の通話に参加しています。',
    action: '先にその通話から退出してから、参加してください。',
  },
  VIDEO_CODE_UNREACHABLE: { title: 'ビデオ通話を読み込めませんでした。', action: checkConnection },
  ROOM_CONNECTION_LOST: {
    title: '通話への接続が切れました。',
    action: 'インターネット接続を確認して、もう一度参加してください。',
  },
  ROOM_FULL: {
    title: 'この通話は満員です。',
    action: '誰かに退出してもらってから、もう一度お試しください。',
  },
  ROOM_NOT_OPEN: { title: 'この通話は開かれていません。', action: waitAndRetry },
  ROOM_REFUSED: {
    title: 'ビデオサービスが参加を許可しませんでした。',
    action: '下の詳細をサポートにお送りください。',
  },
}
