import type { CallLaterWords } from '../../i18n/en/call-later.ts'
import type { enTalkLater } from '../../i18n/en/talk-later.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { CallNews, PersonNews } from './call-news.ts'

export interface NewsWords {
  call: CallLaterWords
  talk: typeof enTalkLater
  nameOf(identity: string): string
  /** "Ana, Ben, and Kim" */
  list(names: readonly string[]): string
}

/** Of more people than this only the first ones are named. */
const MOST_NAMED = 3
/** As much of a message as is worth listening to before one looks; in characters. */
const FIRST_WORDS = 80

/** News as sentences, in the order in which they came; the same news of several people is one sentence. */
export function sayNews(news: readonly CallNews[], words: NewsWords): string[] {
  const said: string[] = []
  const done = new Set<CallNews>()
  for (const item of news) {
    if (done.has(item)) continue
    const alike = news.filter((other) => other.kind === item.kind)
    for (const other of alike) done.add(other)
    const sentence = sentenceOf(item, alike, news, words)
    if (sentence !== null) said.push(sentence)
  }
  return said
}

const OPPOSITES: Partial<Record<CallNews['kind'], CallNews['kind']>> = {
  joined: 'left',
  left: 'joined',
  muted: 'unmuted',
  unmuted: 'muted',
  sharing: 'stopped-sharing',
  'stopped-sharing': 'sharing',
  reconnecting: 'back',
  back: 'reconnecting',
}

function sentenceOf(
  item: CallNews,
  alike: readonly CallNews[],
  all: readonly CallNews[],
  words: NewsWords,
): string | null {
  const { call, talk, nameOf } = words
  switch (item.kind) {
    case 'connected':
      return call.connected
    case 'reconnected':
      return call.reconnected
    case 'hand-lowered':
      return talk.handLowered
    case 'muted-by':
      return fillMessage(talk.mutedByHost, { name: nameOf(item.identity) })
    case 'asked-to-unmute':
      return fillMessage(talk.askedToUnmute, { name: nameOf(item.identity) })
    case 'said':
      return chatSentence(
        alike.filter((other) => other.kind === 'said'),
        words,
      )
    default: {
      // Whoever came and went within one breath has changed nothing.
      const isUndone = ({ identity }: { identity: string }) =>
        all.some(
          (other) =>
            other.kind === OPPOSITES[item.kind] && 'identity' in other && other.identity === identity,
        )
      const people = alike.filter((other) => 'identity' in other && !isUndone(other))
      return peopleSentence(item.kind, identitiesOf(people), words)
    }
  }
}

function identitiesOf(news: readonly CallNews[]): string[] {
  return [...new Set(news.flatMap((item) => ('identity' in item ? [item.identity] : [])))]
}

function peopleSentence(kind: PersonNews, identities: readonly string[], words: NewsWords): string | null {
  const [first] = identities
  if (first === undefined) return null
  const { one, several } = templatesOf(kind, words)
  return identities.length === 1
    ? fillMessage(one, { name: words.nameOf(first) })
    : fillMessage(several, { people: namesOf(identities, words) })
}

function templatesOf(kind: PersonNews, { call, talk }: NewsWords): { one: string; several: string } {
  switch (kind) {
    case 'joined':
      return { one: call.joined, several: talk.peopleJoined }
    case 'left':
      return { one: call.left, several: talk.peopleLeft }
    case 'muted':
      return { one: call.isMuted, several: talk.peopleMuted }
    case 'unmuted':
      return { one: call.isUnmuted, several: talk.peopleUnmuted }
    case 'sharing':
      return { one: call.isSharing, several: call.isSharing }
    case 'stopped-sharing':
      return { one: call.stoppedSharing, several: call.stoppedSharing }
    case 'reconnecting':
      return { one: call.isReconnecting, several: talk.peopleReconnecting }
    case 'back':
      return { one: call.isBack, several: talk.peopleBack }
    case 'hand-raised':
      return { one: talk.raisedHand, several: talk.peopleRaisedHands }
  }
}

function chatSentence(said: readonly Extract<CallNews, { kind: 'said' }>[], words: NewsWords): string {
  const identities = identitiesOf(said)
  const [first = ''] = identities
  if (identities.length > 1)
    return fillMessage(words.talk.peopleWrote, { people: namesOf(identities, words) })
  const text = firstWords(said.map((message) => message.text).join(' '))
  return fillMessage(words.talk.saidInChat, { name: words.nameOf(first), text })
}

function namesOf(identities: readonly string[], { nameOf, list, talk }: NewsWords): string {
  const names = identities.map(nameOf)
  if (names.length <= MOST_NAMED) return list(names)
  const shown = names.slice(0, MOST_NAMED - 1)
  const count = `${names.length - shown.length}`
  return list([...shown, fillMessage(talk.morePeople, { count })])
}

/** The beginning of a text, up to a whole word where there are words. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  if (letters.length <= FIRST_WORDS) return line
  const start = letters.slice(0, FIRST_WORDS).join('')
  const space = start.lastIndexOf(' ')
  return `${space > FIRST_WORDS / 2 ? start.slice(0, space) : start}…`
}
