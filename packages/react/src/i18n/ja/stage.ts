import type { StageMessages } from '../en/stage.ts'

export const jaStage: StageMessages = {
  chat: 'チャット',
  people: '参加者',
  settings: '設定',
  statistics: '接続状況',
  closePanel: 'パネルを閉じる',
  panelLoading: '読み込み中',
  panelFailed: '読み込めませんでした。インターネット接続を確認して、もう一度お試しください。',

  picturePaused: '映像は一時停止中',
  connectionWeak: '接続が不安定です',
  connectionBad: '接続がとても不安定です',
  pin: '{name}さんを固定',
  unpin: '{name}さんの固定を解除',
  pages: '参加者のページ',
  previousPage: '前のページ',
  nextPage: '次のページ',
  pageOf: '{pages}ページ中{page}ページ',
}
