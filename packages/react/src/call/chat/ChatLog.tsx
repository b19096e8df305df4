'use client'
import ArrowDown from 'lucide-react/icons/arrow-down'
import { useMemo, useRef } from 'react'
import type { TalkMessage } from '../../talk/talk-state.ts'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'
import { groupMessages } from './group-messages.ts'
import { MessageGroup } from './MessageGroup.tsx'
import { useStickToEnd } from './useStickToEnd.ts'

/** Everything that was said, by who said it and when. It stays where the reader is, and says when there is more. */
export function ChatLog({ messages }: { messages: readonly TalkMessage[] }) {
  const words = useTalkPanelWords()
  const list = useRef<HTMLDivElement>(null)
  const newest = messages.at(-1)
  const groups = useMemo(() => groupMessages(messages), [messages])
  const { hasNews, onScroll, goToEnd } = useStickToEnd(list, newest?.id, newest?.isOwn ?? false)

  return (
    <div data-meetings-part="chat-messages">
      {/* The announcer of the call reads messages out, also while the chat is closed: here again would be twice. */}
      <div
        ref={list}
        role="log"
        aria-live="off"
        aria-label={words.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get at it
        tabIndex={0}
        data-meetings-part="chat-log"
        onScroll={onScroll}
      >
        {groups.length === 0 && <div data-meetings-part="chat-empty">{words.chatEmpty}</div>}
        <div data-meetings-part="chat-scope">{words.chatScope}</div>
        {groups.map((group) => (
          <MessageGroup key={group.key} group={group} />
        ))}
      </div>
      {hasNews && (
        <button type="button" data-meetings-part="chat-news" onClick={goToEnd}>
          <ArrowDown aria-hidden="true" />
          {words.newMessages}
        </button>
      )}
    </div>
  )
}
