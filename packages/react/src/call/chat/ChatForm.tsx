'use client'
import SendHorizontal from 'lucide-react/icons/send-horizontal'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { MAX_CHAT_LENGTH } from '../../talk/talk-action.ts'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'
import { useDraft } from './useDraft.ts'

/** From here on the field says how much more fits. */
const NEARLY_FULL = MAX_CHAT_LENGTH - 200

/** Where a message is written. What was written and not sent is there again when the chat is opened again. */
export function ChatForm() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useTalkPanelWords()
  const [text, setText] = useDraft()
  const [isTooFast, setIsTooFast] = useState(false)
  const id = useId()
  const isEmpty = text.trim() === ''
  const left = text.length >= NEARLY_FULL ? MAX_CHAT_LENGTH - text.length : null

  function send(event: FormEvent | KeyboardEvent): void {
    event.preventDefault()
    if (isEmpty) return
    const isSent = calls.talk({ type: 'chat', text })
    setIsTooFast(!isSent)
    if (isSent) setText('')
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // Enter also confirms a word in Japanese and other writing systems; that is not the end of the message.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return
    send(event)
  }

  return (
    <form data-meetings-part="chat-form" onSubmit={send}>
      <div role="status" data-meetings-part="chat-form-note">
        {isTooFast ? words.tooFast : left !== null && fillMessage(words.charactersLeft, { count: `${left}` })}
      </div>
      <div data-meetings-part="chat-field">
        <textarea
          rows={1}
          dir="auto"
          value={text}
          maxLength={MAX_CHAT_LENGTH}
          placeholder={words.messagePlaceholder}
          aria-label={words.writeMessage}
          aria-describedby={id}
          data-meetings-part="chat-input"
          onChange={(event) => {
            setText(event.target.value)
            setIsTooFast(false)
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          aria-label={words.sendMessage}
          aria-disabled={isEmpty || undefined}
          data-meetings-part="chat-send"
        >
          <SendHorizontal aria-hidden="true" />
        </button>
      </div>
      <VisuallyHidden id={id}>{words.sendHint}</VisuallyHidden>
    </form>
  )
}
