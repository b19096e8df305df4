import type { TalkMessage } from '../../talk/talk-state.ts'

/** What one person said in one go, under one name and one time. */
export interface MessageGroup {
  /** The id of its first message. */
  key: string
  from: string
  isOwn: boolean
  at: number
  messages: readonly TalkMessage[]
}

/** A pause as long as this begins a new group, in milliseconds. */
const PAUSE_MS = 3 * 60_000

export function groupMessages(messages: readonly TalkMessage[]): MessageGroup[] {
  const groups: (MessageGroup & { messages: TalkMessage[] })[] = []
  for (const message of messages) {
    const group = groups.at(-1)
    const last = group?.messages.at(-1)
    const continues =
      group !== undefined &&
      last !== undefined &&
      group.from === message.from &&
      group.isOwn === message.isOwn &&
      message.at - last.at < PAUSE_MS
    if (continues) group.messages.push(message)
    else {
      const { id: key, from, isOwn, at } = message
      groups.push({ key, from, isOwn, at, messages: [message] })
    }
  }
  return groups
}
