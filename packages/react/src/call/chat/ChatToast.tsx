'use client'
import { useEffect, useRef, useState } from 'react'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import type { TalkMessage } from '../../talk/talk-state.ts'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { useNameOf } from '../people/useNameOf.ts'
import { useTalkLaterWords } from '../people/useTalkLaterWords.ts'
import { Avatar } from '../tile/Avatar.tsx'
import { useViewOf } from '../useViewOf.ts'

/** How long a preview stays, in milliseconds. */
const SHOWN_MS = 5_000

/** The newest message of somebody else, for a moment, while the chat is closed. A press opens the chat. */
export function ChatToast() {
  const { clock, callView } = useRuntime('VideoCallModal')
  const words = useTalkLaterWords()
  const nameOf = useNameOf()
  const newest = useCallState(selectNewest)
  const isChatOpen = useViewOf(selectIsChatOpen)
  const seen = useRef(newest)
  const [shown, setShown] = useState<TalkMessage | null>(null)

  useEffect(() => {
    if (newest === seen.current) return
    seen.current = newest
    // What came while the chat was open has been read, and is not news when it is closed.
    setShown(newest && !newest.isOwn && !isChatOpen ? newest : null)
  }, [newest, isChatOpen])

  useEffect(() => (shown ? clock.after(SHOWN_MS, () => setShown(null)) : undefined), [clock, shown])

  if (!shown || isChatOpen) return null
  const name = nameOf(shown.from)
  return (
    <button
      type="button"
      data-meetings-part="chat-preview"
      onClick={() => {
        setShown(null)
        callView.set({ panel: 'chat' })
      }}
    >
      <Avatar identity={shown.from} name={name} />
      <span data-meetings-part="chat-preview-words">
        <bdi data-meetings-part="chat-sender">{name}</bdi>
        <span dir="auto" data-meetings-part="chat-preview-text">
          {shown.text}
        </span>
      </span>
      <VisuallyHidden>. {words.openChat}</VisuallyHidden>
    </button>
  )
}

const selectNewest = ({ talk }: CallState) => talk.messages.at(-1) ?? null
const selectIsChatOpen = ({ panel }: CallView) => panel === 'chat'
