'use client'
import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Copy from 'lucide-react/icons/copy'
import { memo, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { TalkMessage } from '../../talk/talk-state.ts'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'
import { linkParts } from './link-parts.ts'

/** One message: its text with its links, how to copy it, and whether it went. */
export const Message = memo(function Message({ message }: { message: TalkMessage }) {
  return (
    <div data-meetings-part="chat-message" data-status={message.status}>
      <div dir="auto" data-meetings-part="chat-text">
        {linkParts(message.text).map((part, index) =>
          part.href === undefined ? (
            part.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their places
            <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          ),
        )}
      </div>
      <CopyButton text={message.text} />
      {message.status === 'not-sent' && <NotSent id={message.id} />}
    </div>
  )
})

function CopyButton({ text }: { text: string }) {
  const words = useTalkPanelWords()
  const [isCopied, setIsCopied] = useState(false)
  const copy = () => {
    // No clipboard on insecure pages, and some browsers refuse it: then the text can still be selected.
    navigator.clipboard?.writeText(text).then(
      () => setIsCopied(true),
      () => {},
    )
  }
  return (
    <button
      type="button"
      aria-label={words.copyMessage}
      title={words.copyMessage}
      data-meetings-part="chat-copy"
      data-state={isCopied ? 'done' : 'ready'}
      onClick={copy}
      onBlur={() => setIsCopied(false)}
      onPointerLeave={() => setIsCopied(false)}
    >
      {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <VisuallyHidden role="status">{isCopied ? words.copied : ''}</VisuallyHidden>
    </button>
  )
}

function NotSent({ id }: { id: string }) {
  const { calls } = useRuntime('VideoCallModal')
  const words = useTalkPanelWords()
  const [hasFailed, setHasFailed] = useState(false)
  return (
    <div data-meetings-part="chat-not-sent">
      <CircleAlert aria-hidden="true" />
      <span role="status">{hasFailed ? words.stillNotSent : words.notSent}</span>
      <button
        type="button"
        data-meetings-part="chat-retry"
        onClick={() => setHasFailed(!calls.talk({ type: 'retry', id }))}
      >
        {words.sendAgain}
      </button>
    </div>
  )
}
