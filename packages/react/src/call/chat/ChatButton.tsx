'use client'
import MessageSquare from 'lucide-react/icons/message-square'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { PanelButton } from '../panel/PanelButton.tsx'
import { useTalkWords } from '../people/useTalkWords.ts'
import { useStageWords } from '../stage/useStageWords.ts'

/** Opens the chat, and says how much of it was not read. */
export function ChatButton() {
  const { chat } = useStageWords()
  const { chatUnread } = useTalkWords()
  const unread = useCallState(selectUnread)
  return (
    <PanelButton
      panel="chat"
      part="chat-button"
      icon={MessageSquare}
      label={unread === 0 ? chat : fillMessage(chatUnread, { count: `${unread}` })}
      badge={unread === 0 ? undefined : unread > 99 ? '99+' : `${unread}`}
    />
  )
}

const selectUnread = ({ talk }: CallState) => talk.unread
