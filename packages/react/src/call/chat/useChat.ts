'use client'
import { useMemo } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import type { TalkMessage } from '../../talk/talk-state.ts'

/** One message of the call's chat. */
export interface ChatMessage extends TalkMessage {
  /** The sender's name by the server's word; `null` while nobody has named them. */
  senderName: string | null
}

export interface Chat {
  /** What was said since this person came, oldest first; empty while no call is open. At most the last 500. */
  messages: readonly ChatMessage[]
  /** How many messages of others have come since `markRead`. */
  unread: number
  /** Whether what is sent now reaches the others: in the room, and not reconnecting. */
  canSend: boolean
  /**
   * Sends plain text of up to 2,000 characters to everybody in the call. `false`: nothing happened, because
   * it is empty, too long, the tenth within a second, or no call is open. While the connection is lost the message is
   * kept in `messages` with the status `not-sent`.
   */
  send(text: string): boolean
  /** Sends a message again that has the status `not-sent`. `false`: it still could not be sent. */
  retry(id: string): boolean
  /** Everything that has come so far was seen. */
  markRead(): void
}

/**
 * The chat of the open call, for a chat of your own. The messages live as long as the call does, also over a
 * lost connection; nothing is stored anywhere. Throws outside `<MeetingProvider>`.
 *
 * @example
 * const { messages, send } = useChat()
 * return messages.map((message) => <p key={message.id}>{message.senderName}: {message.text}</p>)
 */
export function useChat(): Chat {
  const { calls } = useRuntime('useChat')
  const said = useCallState(selectMessages, 'useChat')
  const unread = useCallState(selectUnread, 'useChat')
  const canSend = useCallState(selectCanSend, 'useChat')
  const people = useCallState(selectPeople, 'useChat')

  const messages = useMemo(() => {
    const names = new Map(people?.map((person) => [person.identity, person.name]))
    return said.map((message) => ({ ...message, senderName: names.get(message.from) ?? null }))
  }, [said, people])

  return useMemo(
    () => ({
      ...{ messages, unread, canSend },
      send: (text) => calls.talk({ type: 'chat', text }),
      retry: (id) => calls.talk({ type: 'retry', id }),
      markRead: () => void calls.talk({ type: 'read' }),
    }),
    [calls, messages, unread, canSend],
  )
}

const selectMessages = ({ talk }: CallState) => talk.messages
const selectUnread = ({ talk }: CallState) => talk.unread
const selectCanSend = ({ session }: CallState) => session.phase === 'connected'
const selectPeople = ({ session }: CallState) => ticketOf(session)?.participants
