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
import { useBackgroundWords } from '../devices/useBackgroundWords.ts'
import { useDeviceProblemWords } from '../devices/useDeviceProblemWords.ts'
import { useCallWords } from '../people/useCallWords.ts'
import type { CallSound } from '../sound/useCallSound.ts'
import { currentNotice } from './current-notice.ts'
import { NoticeWatch } from './NoticeWatch.tsx'
import type { Notice } from './notice.ts'
import { LOST_AFTER_MS, useLasting } from './useLasting.ts'

/**
 * What needs saying now, one line at a time, above the faces and never over them. A minimised call has no
 * room for a line: there it is read out, and a sign says that there is something to return for.
 */
export function Notices({ sound, isMinimised }: { sound: CallSound; isMinimised: boolean }) {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const problemWords = useDeviceProblemWords()
  const { cameraWithoutBackground } = useBackgroundWords()
  const media = useCallState(selectMedia)
  const isReconnecting = useLasting(useCallState(selectIsReconnecting), LOST_AFTER_MS)
  const [around, setAround] = useState<readonly Notice[]>([])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set())
  const newsWords = useMessages('lobby', enDeviceNews)
  const { news } = media.devices
  const deviceNews = news && { id: news.id, text: describeDeviceNews(news, newsWords) }
  const isSoundBlocked = sound.isBlocked
  const situation = { isReconnecting, isSoundBlocked, media, deviceNews, around, hidden }
  const notice = currentNotice(situation, { ...words, ...problemWords })

  const act = useCallback(
    (action: NonNullable<Notice['action']>) =>
      action === 'turn-sound-on' ? sound.turnOn() : void askAgain(calls, action),
    [calls, sound],
  )

  const hide = ({ id }: Notice) => setHidden(new Set([...hidden, id]))

  return (
    <div role="status" data-meetings-part="notices">
      <NoticeWatch tell={setAround} />
      {notice && isMinimised && (
        <>
          {notice.tone === 'warning' && notice.id !== 'reconnecting' && (
            <span data-meetings-part="mini-notice">
              <CircleAlert aria-hidden="true" />
            </span>
          )}
          {!notice.isSilent && <VisuallyHidden>{notice.text}</VisuallyHidden>}
        </>
      )}
      {notice && !isMinimised && (
        <div key={notice.id} data-meetings-part="notice" data-tone={notice.tone}>
          {notice.tone === 'warning' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
          <div aria-hidden={notice.isSilent} data-meetings-part="notice-text">
            {notice.text}
          </div>
          {notice.button && <Button onClick={notice.button.press}>{notice.button.label}</Button>}
          {notice.action && (
            <Button onClick={() => notice.action && act(notice.action)}>
              {notice.action === 'turn-sound-on' ? words.turnSoundOn : words.tryAgain}
            </Button>
          )}
          {notice.id === 'camera-background' && (
            <Button onClick={() => void calls.chooseBackground(null)}>{cameraWithoutBackground}</Button>
          )}
          {notice.hideLabel !== undefined && <Button onClick={() => hide(notice)}>{notice.hideLabel}</Button>}
          {notice.canHide && notice.hideLabel === undefined && (
            <button
              type="button"
              aria-label={words.dismiss}
              data-meetings-part="notice-hide"
              onClick={() => hide(notice)}
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
