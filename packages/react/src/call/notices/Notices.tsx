'use client'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Info from 'lucide-react/icons/info'
import X from 'lucide-react/icons/x'
import { useCallback, useState } from 'react'
import { enDeviceNews } from '../../i18n/en/device-news.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallController, CallState } from '../../session/call-controller.ts'
import { Button } from '../../theme/button/Button.tsx'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { describeDeviceNews } from '../devices/describe-device-news.ts'
import { useCallWords } from '../people/useCallWords.ts'
import type { CallSound } from '../sound/useCallSound.ts'
import { currentNotice, type Notice } from './current-notice.ts'

/**
 * What needs saying now, one line at a time, above the faces and never over them. A minimised call has no
 * room for a line: there it is read out, and a sign says that there is something to return for.
 */
export function Notices({ sound, isMinimised }: { sound: CallSound; isMinimised: boolean }) {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const media = useCallState(selectMedia)
  const isReconnecting = useCallState(selectIsReconnecting)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set())
  const newsWords = useMessages('lobby', enDeviceNews)
  const { news } = media.devices
  const deviceNews = news && { id: news.id, text: describeDeviceNews(news, newsWords) }
  const isSoundBlocked = sound.isBlocked
  const notice = currentNotice({ isReconnecting, isSoundBlocked, media, deviceNews, hidden }, words)

  const act = useCallback(
    (action: NonNullable<Notice['action']>) =>
      action === 'turn-sound-on' ? sound.turnOn() : void askAgain(calls, action),
    [calls, sound],
  )

  return (
    <div role="status" data-meetings-part="notices">
      {notice && isMinimised && (
        <>
          {notice.tone === 'warning' && notice.id !== 'reconnecting' && (
            <span data-meetings-part="mini-notice">
              <CircleAlert aria-hidden="true" />
            </span>
          )}
          <VisuallyHidden>{notice.text}</VisuallyHidden>
        </>
      )}
      {notice && !isMinimised && (
        <div key={notice.id} data-meetings-part="notice" data-tone={notice.tone}>
          {notice.tone === 'warning' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
          <div data-meetings-part="notice-text">{notice.text}</div>
          {notice.action && (
            <Button onClick={() => notice.action && act(notice.action)}>
              {notice.action === 'turn-sound-on' ? words.turnSoundOn : words.tryAgain}
            </Button>
          )}
          {notice.canHide && (
            <button
              type="button"
              aria-label={words.dismiss}
              data-meetings-part="notice-hide"
              onClick={() => setHidden(new Set([...hidden, notice.id]))}
            >
              <X aria-hidden="true" />
            </button>
          )}
        </div>
      )}
    </div>
  )
}

async function askAgain(calls: CallController, action: NonNullable<Notice['action']>): Promise<void> {
  if (action === 'share-screen') return calls.toggleScreenShare()
  // One after the other: two prompts at once hide each other.
  if (action !== 'ask-for-camera') await calls.toggleMicrophone()
  if (action !== 'ask-for-microphone') await calls.toggleCamera()
}

const selectMedia = ({ media }: CallState) => media
const selectIsReconnecting = ({ session }: CallState) => session.phase === 'reconnecting'
