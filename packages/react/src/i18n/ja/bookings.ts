import type { BookingsMessages } from '../en/bookings.ts'

export const jaBookings: BookingsMessages = {
  myMeetings: 'マイミーティング',

  scopeLabel: '表示するミーティング',
  scopeUpcoming: '予定',
  scopePast: '終了済み',
  scopeCancelled: 'キャンセル済み',
  scopeAll: 'すべて',

  statusConfirmed: '確定',
  statusInProgress: '進行中',
  statusCompleted: '完了',
  statusCancelled: 'キャンセル済み',
  statusOver: '終了',

  dateAtTime: '{date} {time}',
  withPeople: '相手: {people}',

  starts: '{relative}に開始',
  startsNow: 'まもなく開始',
  started: '{relative}に開始しました',
  ends: '{relative}に終了',

  joinVideoCall: 'ビデオ通話に参加',
  joining: '参加しています…',
  returnToCall: '通話に戻る',
  availableBeforeStart: '開始の{duration}前から参加できます',
  availableAtStart: '開始時刻から参加できます',

  loading: 'ミーティングを読み込んでいます',
  updating: '更新しています',
  updateFailed: '一覧を更新できませんでした。情報が古い可能性があります。',
  offline: 'オフラインです。接続が戻ると一覧が更新されます。',
  showMore: 'さらに表示',
  loadingMore: '続きを読み込んでいます',
  failed: 'うまくいきませんでした。インターネット接続を確認して、もう一度お試しください。',
  retry: '再試行',
  bookMeeting: 'ミーティングを予約',
  showUpcoming: '予定のミーティングを表示',
  emptyUpcoming: '予定のミーティングはありません。',
  emptyPast: '終了したミーティングはありません。',
  emptyCancelled: 'キャンセルしたミーティングはありません。',
  emptyAll: 'ミーティングはありません。',
}
