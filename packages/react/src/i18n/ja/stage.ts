import type { StageMessages } from '../en/stage.ts'

export const jaStage: StageMessages = {
  chat: 'チャット',
  people: '参加者',
  settings: '設定',
  statistics: '接続状況',
  closePanel: 'パネルを閉じる',
  panelLoading: '読み込み中',
  panelFailed: '読み込めませんでした。インターネット接続を確認して、もう一度お試しください。',
}
