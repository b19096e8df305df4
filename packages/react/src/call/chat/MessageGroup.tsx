'use client'
import { useFormats } from '../../i18n/useFormats.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { Avatar } from '../tile/Avatar.tsx'
import type { MessageGroup as Group } from './group-messages.ts'
import { Message } from './Message.tsx'

/** What one person said in one go. */
export function MessageGroup({ group }: { group: Group }) {
  const { you } = useCallWords()
  const { time } = useFormats()
  const nameOf = useNameOf()
  const name = group.isOwn ? you : nameOf(group.from)
  const at = new Date(group.at).toISOString()
  return (
    <div data-meetings-part="chat-group" data-local={group.isOwn || undefined}>
      {!group.isOwn && <Avatar identity={group.from} name={name} />}
      <div data-meetings-part="chat-bubbles">
        <div data-meetings-part="chat-head">
          <bdi data-meetings-part="chat-sender">{name}</bdi> <time dateTime={at}>{time(at)}</time>
        </div>
        {group.messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </div>
    </div>
  )
}
