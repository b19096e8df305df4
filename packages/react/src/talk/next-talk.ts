import type { Reaction, TalkMessage, TalkState } from './talk-state.ts'

/** Everything that can happen in the talk of a call. */
export type TalkEvent =
  | { type: 'said'; message: TalkMessage }
  /** A message that was not sent has gone after all. */
  | { type: 'sent'; id: string; at: number }
  | { type: 'read' }
  | { type: 'reacted'; reaction: Reaction }
  | { type: 'reaction-over'; id: number }
  /** `since: null`: the hand is down. */
  | { type: 'hand'; identity: string; since: number | null }
  /** Who is in the room now; everybody else's hand is down and their questions are over. */
  | { type: 'present'; identities: ReadonlySet<string> }
  | { type: 'unmute-asked'; by: string }
  | { type: 'unmute-answered' }
  | { type: 'muted'; by: string }
  | { type: 'mute-seen' }

/** Older messages make room for newer ones, so that a long call stays light. */
export const MOST_MESSAGES = 500
/** More flying pictures than this are a wall. */
export const MOST_REACTIONS = 30

/** The only way the talk changes. Answers the same object when nothing did. */
export function nextTalk(talk: TalkState, event: TalkEvent): TalkState {
  switch (event.type) {
    case 'said':
      return said(talk, event.message)
    case 'sent':
      return sent(talk, event.id, event.at)
    case 'read':
      return talk.unread === 0 ? talk : { ...talk, unread: 0 }
    case 'reacted':
      return { ...talk, reactions: [...talk.reactions, event.reaction].slice(-MOST_REACTIONS) }
    case 'reaction-over':
      return { ...talk, reactions: talk.reactions.filter((reaction) => reaction.id !== event.id) }
    case 'hand':
      return handed(talk, event.identity, event.since)
    case 'present':
      return present(talk, event.identities)
    case 'unmute-asked':
      return { ...talk, unmuteAskedBy: event.by }
    case 'unmute-answered':
      return talk.unmuteAskedBy === null ? talk : { ...talk, unmuteAskedBy: null }
    case 'muted':
      // Whoever is muted anew need not answer what was asked before.
      return { ...talk, mutedBy: event.by, unmuteAskedBy: null }
    case 'mute-seen':
      return talk.mutedBy === null ? talk : { ...talk, mutedBy: null }
  }
}

function said(talk: TalkState, message: TalkMessage): TalkState {
  // Sent again because it was thought lost.
  if (talk.messages.some((known) => known.id === message.id)) return talk
  return {
    ...talk,
    messages: [...talk.messages, message].slice(-MOST_MESSAGES),
    unread: message.isOwn ? talk.unread : talk.unread + 1,
  }
}

/** It goes to the end: there the others see it. */
function sent(talk: TalkState, id: string, at: number): TalkState {
  const message = talk.messages.find((known) => known.id === id)
  if (!message || message.status === 'sent') return talk
  const others = talk.messages.filter((known) => known !== message)
  return { ...talk, messages: [...others, { ...message, at, status: 'sent' }] }
}

function handed(talk: TalkState, identity: string, since: number | null): TalkState {
  const known = talk.hands.find((hand) => hand.identity === identity)
  // A hand that is up says so again to newcomers; it does not lose its place by that.
  if ((since === null) === (known === undefined)) return talk
  if (since === null) return { ...talk, hands: talk.hands.filter((hand) => hand !== known) }
  const hands = [...talk.hands, { identity, since }]
  return { ...talk, hands: hands.sort((a, b) => a.since - b.since) }
}

function present(talk: TalkState, identities: ReadonlySet<string>): TalkState {
  const hands = talk.hands.filter((hand) => identities.has(hand.identity))
  const isAskerGone = talk.unmuteAskedBy !== null && !identities.has(talk.unmuteAskedBy)
  if (hands.length === talk.hands.length && !isAskerGone) return talk
  return {
    ...talk,
    hands: hands.length === talk.hands.length ? talk.hands : hands,
    unmuteAskedBy: isAskerGone ? null : talk.unmuteAskedBy,
  }
}
