'use client'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { enCallOpening } from '../i18n/en/call-opening.ts'
import { fillMessage } from '../i18n/fill-message.ts'
import { useMessages } from '../i18n/I18nContext.tsx'
import { useFormats } from '../i18n/useFormats.ts'
import { useRuntime } from '../provider/runtime-context.ts'
import { Button } from '../theme/button/Button.tsx'
import { MeetingsRoot } from '../theme/root/MeetingsRoot.tsx'
import { Spinner } from '../theme/spinner/Spinner.tsx'
import { type CallOptions, CallOptionsContext } from './call-options.ts'
import { useModal } from './dialog/useModal.ts'
import { useMeetingName } from './people/useMeetingName.ts'
import { useOtherPeople } from './people/useOtherPeople.ts'
import { useCallView } from './useCallView.ts'
import { useLoadedScreen } from './useLoadedScreen.ts'

export type VideoCallModalProps = CallOptions

/**
 * The open call: a modal dialog, or a region in a corner of the page while it is minimised.
 * `<ManagedVideoCall>` shows it above everything while a call is open; render it yourself only to place it elsewhere, and only while `isVideoCallOpen`.
 *
 * Escape does nothing here: a key pressed for something else must not end a conversation.
 */
export function VideoCallModal({ components, shortcuts }: VideoCallModalProps) {
  const dialog = useRef<HTMLDivElement>(null)
  const words = useMessages('call', enCallOpening)
  const { list } = useFormats()
  const others = useOtherPeople('VideoCallModal').map((person) => person.name)
  const meeting = useMeetingName('VideoCallModal')
  const { callView } = useRuntime('VideoCallModal')
  const { isMinimised, corner, smallWindow } = useCallView('VideoCallModal')
  useModal(dialog, !isMinimised)
  const options = useMemo(() => ({ components, shortcuts }), [components, shortcuts])

  // The next call opens over the page again, in view of everybody who waited for it.
  useEffect(
    () => () =>
      callView.set({
        isMinimised: false,
        smallWindow: null,
        panel: null,
        dialog: null,
        pinned: null,
        captions: 'none',
        door: null,
      }),
    [callView],
  )

  const label =
    meeting !== null
      ? fillMessage(words.videoCallNamed, { meeting })
      : others.length > 0
        ? fillMessage(words.videoCallWith, { people: list(others) })
        : words.videoCall

  const semantics = isMinimised
    ? { role: 'region', 'aria-label': label }
    : { role: 'dialog', 'aria-modal': true, 'aria-label': label }

  return (
    // The attribute tells React Aria's overlays (a host's own modal below) to leave the call usable.
    <MeetingsRoot
      data-meetings-part="call-layer"
      data-view={!isMinimised ? 'full' : smallWindow ? 'window' : 'minimised'}
      data-corner={corner}
      data-react-aria-top-layer="true"
    >
      <div ref={dialog} {...semantics} tabIndex={-1} data-meetings-part="video-call">
        <CallOptionsContext.Provider value={options}>
          <CallScreenWhenLoaded />
        </CallOptionsContext.Provider>
      </div>
    </MeetingsRoot>
  )
}

function CallScreenWhenLoaded() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useMessages('call', enCallOpening)
  const screen = useLoadedScreen()
  const [isIn, setIn] = useState(false)
  // Drawn in pieces, and not in the frame that opens the call: the way into the room goes on in between.
  useEffect(() => startTransition(() => setIn(true)), [])
  if (screen.status === 'ready' && isIn) return <screen.part.CallScreen />
  return (
    <div data-meetings-part="call-opening">
      <div role="status">
        {screen.status !== 'failed' && <Spinner />}
        {screen.status === 'failed' ? words.openingFailed : words.opening}
      </div>
      {screen.status === 'failed' && (
        <Button look="primary" onClick={screen.tryAgain}>
          {words.tryAgain}
        </Button>
      )}
      <Button onClick={() => void calls.leave()}>{words.leave}</Button>
    </div>
  )
}
