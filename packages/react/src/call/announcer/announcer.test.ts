import { describe, expect, it } from 'vitest'
import { enTalkLater } from '../../i18n/en/talk-later.ts'
import { createFormats } from '../../i18n/formats.ts'
import { de } from '../../i18n/locales/de.ts'
import { en } from '../../i18n/locales/en.ts'
import { createFakeRoomClient, type FakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import type { RoomSnapshot } from '../../room/room-client.ts'
import { SILENCE, type TalkState } from '../../talk/talk-state.ts'
import { type CallNews, newsBetween } from './call-news.ts'
import { firstWords, sayNews } from './say-news.ts'

const NAMES: Record<string, string> = { sam: 'Sam', kim: 'Kim', ana: 'Ana', ben: 'Ben', omar: 'Omar' }
const nameOf = (identity: string) => NAMES[identity] ?? 'Guest'
const { list } = createFormats('en-US', 'UTC')
const inEnglish = (news: readonly CallNews[]) =>
  sayNews(news, { call: en.call, talk: enTalkLater, nameOf, list })

/** Enters a room with Sam and says what is told about each change. */
async function listen() {
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const enter = async () => {
    const connection = await room.connect({
      token: 'token',
      roomName: 'meeting_1',
      tracks: { microphone: null, camera: null },
      signal: new AbortController().signal,
    })
    return () => connection.getSnapshot()
  }
  let look = await enter()
  const tell = (before: RoomSnapshot | null, after: RoomSnapshot) =>
    inEnglish(newsBetween(before && { room: before, talk: SILENCE }, { room: after, talk: SILENCE }))
  return {
    room,
    first: () => tell(null, look()),
    after(change: (room: FakeRoomClient) => void) {
      const before = look()
      change(room)
      return tell(before, look())
    },
    /** What is told when the talk goes from one state to another. */
    talk: (before: Partial<TalkState>, after: Partial<TalkState>) =>
      inEnglish(
        newsBetween(
          { room: look(), talk: { ...SILENCE, ...before } },
          { room: look(), talk: { ...SILENCE, ...after } },
        ),
      ),
    async afterRejoin() {
      const before = look()
      look = await enter()
      return tell(before, look())
    },
  }
}

describe('what is told about a room', () => {
  it('is only that one is in, when one enters', async () => {
    const { first } = await listen()
    expect(first()).toEqual(['You are in the call'])
  })

  it('is who comes and goes', async () => {
    const { after } = await listen()
    expect(after((room) => room.join({ identity: 'kim' }))).toEqual(['Kim joined'])
    expect(after((room) => room.leave('sam'))).toEqual(['Sam left'])
  })

  it('is who mutes, shares and is shaky', async () => {
    const { after } = await listen()
    const change = (to: Parameters<FakeRoomClient['change']>[1]) => after((room) => room.change('sam', to))
    expect(change({ microphone: 'muted' })).toEqual(['Sam is muted'])
    expect(change({ microphone: 'on' })).toEqual(['Sam is no longer muted'])
    expect(change({ isSharing: true })).toEqual(['Sam is sharing a screen'])
    expect(change({ isSharing: false })).toEqual(['Sam stopped sharing'])
    expect(change({ isReconnecting: true })).toEqual(['Sam is reconnecting'])
    expect(change({ isReconnecting: false })).toEqual(['Sam is back'])
    expect(change({ camera: 'off' })).toEqual([])
  })

  it('is that one is back, after being lost', async () => {
    const { after } = await listen()
    expect(after((room) => room.drop())).toEqual([])
    expect(after((room) => room.restore())).toEqual(['You are connected again'])
  })

  it('is nothing about people who were there before a rejoin', async () => {
    const { afterRejoin } = await listen()
    expect(await afterRejoin()).toEqual([])
  })
})

const message = (id: string, from: string, text: string) => ({
  ...{ id, from, text, at: 0, isOwn: from === 'me' },
  status: 'sent' as const,
})

describe('what is told about the talk', () => {
  it('is who wrote what, and not what one wrote oneself', async () => {
    const { talk } = await listen()
    const first = message('1', 'sam', 'Good morning')
    expect(talk({}, { messages: [first] })).toEqual(['Sam in the chat: Good morning'])
    expect(talk({ messages: [first] }, { messages: [first, message('2', 'me', 'Hi')] })).toEqual([])
    expect(
      talk({ messages: [first] }, { messages: [first, message('2', 'sam', 'a'), message('3', 'kim', 'b')] }),
    ).toEqual(['Sam and Kim wrote in the chat'])
    expect(talk({}, { messages: [message('2', 'sam', 'One.'), message('3', 'sam', 'Two.')] })).toEqual([
      'Sam in the chat: One. Two.',
    ])
  })

  it('is whose hand is up, and that one’s own was lowered', async () => {
    const { talk } = await listen()
    const up = (...identities: string[]) => ({
      hands: identities.map((identity) => ({ identity, since: 0 })),
    })
    expect(talk({}, up('sam', 'me'))).toEqual(['Sam raised a hand'])
    expect(talk(up('sam'), up('sam', 'kim', 'ana'))).toEqual(['Kim and Ana raised their hands'])
    expect(talk(up('sam', 'me'), up())).toEqual(['Your hand was lowered'])
  })

  it('is what a host did and asks', async () => {
    const { talk } = await listen()
    expect(talk({}, { mutedBy: 'sam' })).toEqual(['Sam muted you'])
    expect(talk({ mutedBy: 'sam' }, { unmuteAskedBy: 'sam' })).toEqual(['Sam asks you to unmute'])
    expect(talk({ mutedBy: 'sam' }, {})).toEqual([])
  })
})

describe('several news at once', () => {
  const joined = (...identities: string[]): CallNews[] =>
    identities.map((identity) => ({ kind: 'joined', identity }))

  it('of one kind are one sentence', () => {
    expect(inEnglish(joined('sam', 'kim', 'ana'))).toEqual(['Sam, Kim, and Ana joined'])
    expect(inEnglish(joined('sam', 'kim', 'ana', 'ben', 'omar'))).toEqual(['Sam, Kim, and 3 more joined'])
  })

  it('keep the order of their kinds', () => {
    const news: CallNews[] = [
      { kind: 'left', identity: 'sam' },
      { kind: 'joined', identity: 'kim' },
      { kind: 'left', identity: 'ana' },
    ]
    expect(inEnglish(news)).toEqual(['Sam and Ana left', 'Kim joined'])
  })

  it('that undo each other are none', () => {
    const news: CallNews[] = [
      { kind: 'muted', identity: 'sam' },
      { kind: 'joined', identity: 'kim' },
      { kind: 'unmuted', identity: 'sam' },
      { kind: 'muted', identity: 'ana' },
    ]
    expect(inEnglish(news)).toEqual(['Ana is muted', 'Kim joined'])
  })

  it('are sentences in other languages too', () => {
    const german = { call: de.call, talk: de.talk, nameOf, list: createFormats('de', 'UTC').list }
    expect(sayNews(joined('sam', 'kim', 'ana'), german)).toEqual(['Sam, Kim und Ana sind beigetreten'])
  })
})

describe('the first words of a message', () => {
  it('are all of a short one, on one line', () => {
    expect(firstWords('  Good\n\nmorning ')).toBe('Good morning')
  })

  it('end with a whole word, and whole characters where there are no words', () => {
    expect(firstWords('word '.repeat(100))).toBe(`${'word '.repeat(16).trim()}…`)
    expect(firstWords('👩‍👩‍👧'.repeat(100)).endsWith('\ud83d…')).toBe(false)
  })
})
