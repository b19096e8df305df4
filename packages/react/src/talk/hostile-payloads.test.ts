import { describe, expect, it } from 'vitest'
import { MOST_PER_SECOND } from './flood-gate.ts'
import { MOST_REACTIONS } from './next-talk.ts'
import { readWireMessage } from './read-wire-message.ts'
import { enterTalk } from './talk-for-tests.ts'
import { SILENCE } from './talk-state.ts'

const chat = { v: 1, type: 'chat', id: '1', text: 'hello' }
const without = (field: string) => Object.fromEntries(Object.entries(chat).filter(([name]) => name !== field))

const REFUSED: Readonly<Record<string, unknown>> = {
  'another version': { ...chat, v: 2 },
  'the version as a word': { ...chat, v: '1' },
  'no version': without('v'),
  'an unknown type': { ...chat, type: 'chats' },
  'a type that every object has': { ...chat, type: 'toString' },
  'no type': without('type'),
  'no text': without('text'),
  'an empty text': { ...chat, text: '' },
  'a text of blanks': { ...chat, text: ' \n ' },
  'a text that is a list': { ...chat, text: ['hello'] },
  'a text that is an object': { ...chat, text: { toString: 'x' } },
  'a text too long': { ...chat, text: 'x'.repeat(2_001) },
  'no id': without('id'),
  'an id that is a number': { ...chat, id: 1 },
  'an id too long': { ...chat, id: 'x'.repeat(65) },
  'a reaction nobody knows': { v: 1, type: 'reaction', kind: '💩' },
  'a reaction named like a method': { v: 1, type: 'reaction', kind: 'constructor' },
  'a hand of the past': { v: 1, type: 'hand', upForMs: -1 },
  'a hand as a word': { v: 1, type: 'hand', upForMs: '5' },
  'a hand without a time': { v: 1, type: 'hand' },
  'a hand up for days': { v: 1, type: 'hand', upForMs: 86_400_001 },
  'a greeting without a hand': { v: 1, type: 'hello' },
  'a mute of nobody': { v: 1, type: 'mute' },
  'a mute of several': { v: 1, type: 'mute', to: ['me'] },
  'a mute of an empty name': { v: 1, type: 'mute', to: '' },
  'a question to everybody': { v: 1, type: 'ask-unmute', to: null },
  'a list': [chat],
  'a number': 1,
  null: null,
  'a text': 'chat',
}

const NOT_JSON = ['', '{', 'undefined', '{"v":1,', '\u0000', '<script>alert(1)</script>']

describe('what is not one of our messages', () => {
  it.each(Object.entries(REFUSED))('is not understood: %s', (_name, payload) => {
    expect(readWireMessage(JSON.stringify(payload))).toBeNull()
  })

  it.each(NOT_JSON)('is not understood: %j', (text) => {
    expect(readWireMessage(text)).toBeNull()
  })

  it('is not understood however deep it is', () => {
    expect(readWireMessage(`${'['.repeat(8_000)}${']'.repeat(8_000)}`)).toBeNull()
  })

  it('changes nothing and is told to nobody', async () => {
    const stage = await enterTalk()
    for (const payload of Object.values(REFUSED)) {
      stage.room.say('kim', JSON.stringify(payload))
      stage.clock.advance(100)
    }
    expect(stage.talk.getState()).toBe(SILENCE)
    expect(stage.changes).toBe(0)
  })
})

describe('what a payload brings along', () => {
  it('goes no further: only the fields that are known are read', () => {
    const text = `{"v":1,"type":"chat","id":"1","text":"hello","from":"sam","isOwn":true,"at":0,"__proto__":{"polluted":1}}`
    expect(readWireMessage(text)).toStrictEqual({ type: 'chat', id: '1', text: 'hello' })
    expect('polluted' in {}).toBe(false)
  })

  it('is not inherited: fields of a prototype count as missing', () => {
    expect(readWireMessage(`{"__proto__":${JSON.stringify(chat)}}`)).toBeNull()
    expect(readWireMessage(`{"v":1,"type":"chat","id":"1","__proto__":{"text":"hello"}}`)).toBeNull()
  })

  it('cannot name another sender', async () => {
    const { talk, room } = await enterTalk()
    room.say('kim', JSON.stringify({ ...chat, from: 'sam', identity: 'sam', sid: 'PA-sam', isOwn: true }))
    expect(talk.getState().messages).toMatchObject([{ from: 'kim', isOwn: false }])
  })

  it('cannot take the place of another’s message by its id', async () => {
    const { talk, say } = await enterTalk()
    talk.act({ type: 'chat', text: 'mine' })
    const [own] = talk.getState().messages
    say('kim', { type: 'chat', id: own?.id ?? '', text: 'not yours' })
    expect(talk.getState().messages.map((message) => message.text)).toEqual(['mine', 'not yours'])
  })

  it('cannot turn the writing around it or hide in control characters', () => {
    const text = 'a\u202Eb\u2066c\u0000d\u0007e\nf\tg'
    expect(readWireMessage(JSON.stringify({ ...chat, text }))).toMatchObject({ text: 'abcde\nf\tg' })
  })

  it('keeps right-to-left writing, emoji of several parts and combining marks whole', () => {
    const text = 'مرحبا 👩‍👩‍👧 é 🇦🇹'
    expect(readWireMessage(JSON.stringify({ ...chat, text }))).toMatchObject({ text })
  })
})

describe('a flood', () => {
  it(`of one person is cut at ${MOST_PER_SECOND} a second, and the others are still heard`, async () => {
    const { talk, say, clock } = await enterTalk()
    for (let count = 0; count < 1_000; count += 1) {
      say('kim', { type: 'chat', id: `${count}`, text: 'spam' })
      clock.advance(1)
    }
    say('sam', { type: 'chat', id: '1', text: 'please stop' })
    const { messages } = talk.getState()
    expect(messages.filter((message) => message.from === 'kim').length).toBeLessThanOrEqual(20)
    expect(messages.at(-1)?.from).toBe('sam')
  })

  it('is not saved up in quiet minutes', async () => {
    const { talk, say, clock } = await enterTalk()
    say('kim', { type: 'chat', id: 'first', text: 'hello' })
    clock.advance(60_000)
    for (let count = 0; count < 100; count += 1) say('kim', { type: 'chat', id: `${count}`, text: 'spam' })
    expect(talk.getState().messages).toHaveLength(1 + MOST_PER_SECOND)
  })

  it('of rubbish counts as well', async () => {
    const { talk, room, say } = await enterTalk()
    for (let count = 0; count < MOST_PER_SECOND; count += 1) room.say('kim', 'rubbish')
    say('kim', { type: 'chat', id: '1', text: 'hello' })
    expect(talk.getState().messages).toEqual([])
  })

  it('of a stuck key goes no further than oneself', async () => {
    const { talk, sent } = await enterTalk()
    const accepted = Array.from({ length: 50 }, () => talk.act({ type: 'react', kind: 'heart' }))
    expect(accepted.filter(Boolean)).toHaveLength(MOST_PER_SECOND)
    expect(sent()).toHaveLength(MOST_PER_SECOND)
  })

  it('of reactions never covers the screen', async () => {
    const people = Array.from({ length: 10 }, (_, index) => `person-${index}`)
    const { talk, say } = await enterTalk({ people })
    for (const person of people) {
      for (let count = 0; count < 10; count += 1) say(person, { type: 'reaction', kind: 'party' })
    }
    expect(talk.getState().reactions).toHaveLength(MOST_REACTIONS)
  })
})

describe('somebody who is not there', () => {
  it('is not heard: neither oneself from elsewhere nor who has left', async () => {
    const { talk, room } = await enterTalk()
    room.leave('kim')
    expect(() => room.say('kim', JSON.stringify(chat))).toThrow('Nobody called kim')
    room.join({ identity: 'me' })
    room.say('me', JSON.stringify(chat))
    expect(talk.getState().messages).toEqual([])
  })
})
