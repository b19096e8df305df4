import type { ConnectionCheckMessages } from '../en/connection-check.ts'

export const jaConnectionCheck: ConnectionCheckMessages = {
  check: '接続を確認',
  checkNotLoaded: '接続の確認を読み込めませんでした。もう一度お試しください。',
  stop: '確認を中止',
  checkAgain: 'もう一度確認',
  reaching: 'ビデオサービスに接続しています',
  connecting: '音声と映像を試しています',
  measuring: '数秒間、測定しています',

  goodTitle: '接続は良好です',
  goodAdvice: '音声も映像もはっきり届くはずです。',
  fairTitle: '接続がやや遅いようです',
  fairAdvice:
    '通話はできるはずです。途切れるときは、カメラをオフにするか、ルーターの近くに移動してください。',
  poorTitle: '接続が遅いです',
  poorAdvice: 'カメラをオフにするか、ルーターの近くに移動するか、有線で接続してください。',
  blockedTitle: 'このネットワークではビデオ通話がブロックされています',
  blockedAdvice:
    'スマートフォンの回線など別のネットワークを使うか、VPNをオフにしてください。職場では、ネットワークの管理者に問い合わせてください。',
  unreachableTitle: 'ビデオサービスに接続できません',
  unreachableAdvice: 'インターネット接続を確認してください。VPNや広告ブロッカーが妨げていることもあります。',
  failedTitle: '接続を確認できませんでした',
  failedAdvice: '通話ができないという意味ではありません。このまま参加できます。',

  details: '詳細',
  latency: '往復の遅延',
  jitter: '遅延のばらつき',
  packetLoss: '失われたパケット',
  connectTime: '接続にかかった時間',
  notMeasured: '測定できませんでした',
}
