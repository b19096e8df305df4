'use client'
import { useEffect } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ChatForm } from './ChatForm.tsx'
import { ChatLog } from './ChatLog.tsx'

/** The chat of the call: what was said, and where to say something. What is shown counts as read. */
export function Panel() {
  const { calls } = useRuntime('VideoCallModal')
  const messages = useCallState(selectMessages)
  const unread = useCallState(selectUnread)

  useEffect(() => {
    if (unread > 0) calls.talk({ type: 'read' })
  }, [calls, unread])

  return (
    <div data-meetings-part="chat">
      <ChatLog messages={messages} />
      <ChatForm />
    </div>
  )
}

const selectMessages = ({ talk }: CallState) => talk.messages
const selectUnread = ({ talk }: CallState) => talk.unread
