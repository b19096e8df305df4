import { describe, expect, it } from 'vitest'
import { MOST_MESSAGES } from './next-talk.ts'
import { enterTalk } from './talk-for-tests.ts'

describe('the chat', () => {
  it('shows an own message at once and sends it once', async () => {
    const { talk, sent, clock } = await enterTalk()
    expect(talk.act({ type: 'chat', text: '  Hello\nall ' })).toBe(true)
    expect(talk.getState().messages).toEqual([
      {
        id: expect.any(String),
        from: 'me',
        isOwn: true,
        text: 'Hello\nall',
        at: clock.now(),
        status: 'sent',
      },
    ])
    expect(sent()).toEqual([{ v: 1, type: 'chat', id: expect.any(String), text: 'Hello\nall' }])
    expect(talk.getState().unread).toBe(0)
  })

  it('shows what others say, by the room’s name for them and by this browser’s clock', async () => {
    const { talk, say, clock } = await enterTalk()
    say('sam', { type: 'chat', id: '1', text: 'Good morning' })
    clock.advance(60_000)
    say('kim', { type: 'chat', id: '1', text: 'Hi' })
    expect(talk.getState().messages.map(({ from, text, isOwn, at }) => [from, text, isOwn, at])).toEqual([
      ['sam', 'Good morning', false, clock.now() - 60_000],
      ['kim', 'Hi', false, clock.now()],
    ])
  })

  it('counts what was not read, and not what oneself said', async () => {
    const { talk, say } = await enterTalk()
    say('sam', { type: 'chat', id: '1', text: 'one' })
    talk.act({ type: 'chat', text: 'two' })
    say('sam', { type: 'chat', id: '2', text: 'three' })
    expect(talk.getState().unread).toBe(2)
    talk.act({ type: 'read' })
    expect(talk.getState().unread).toBe(0)
  })

  it('refuses nothing, blanks and more than 2,000 characters, and keeps what was there', async () => {
    const { talk, sent } = await enterTalk()
    expect(talk.act({ type: 'chat', text: '' })).toBe(false)
    expect(talk.act({ type: 'chat', text: ' \n\t' })).toBe(false)
    expect(talk.act({ type: 'chat', text: 'x'.repeat(2_001) })).toBe(false)
    expect(talk.act({ type: 'chat', text: 'x'.repeat(2_000) })).toBe(true)
    expect(sent()).toHaveLength(1)
  })

  it('carries 2,000 characters of any script', async () => {
    const { talk } = await enterTalk()
    expect(talk.act({ type: 'chat', text: '語'.repeat(2_000) })).toBe(true)
    expect(talk.act({ type: 'chat', text: '\u0001x"\\'.repeat(500) })).toBe(true)
    expect(talk.getState().messages.map((message) => message.status)).toEqual(['sent', 'sent'])
  })

  it('keeps a message that could not be sent, and sends it on request', async () => {
    const { talk, room, sent, clock } = await enterTalk()
    room.drop()
    talk.act({ type: 'chat', text: 'Can you hear me?' })
    talk.act({ type: 'chat', text: 'Hello?' })
    const [first] = talk.getState().messages
    expect(first?.status).toBe('not-sent')
    expect(talk.act({ type: 'retry', id: first?.id ?? '' })).toBe(false)
    room.restore()
    clock.advance(5_000)
    expect(talk.act({ type: 'retry', id: first?.id ?? '' })).toBe(true)
    expect(talk.act({ type: 'retry', id: first?.id ?? '' })).toBe(false)
    expect(sent()).toEqual([{ v: 1, type: 'chat', id: first?.id, text: 'Can you hear me?' }])
    expect(talk.getState().messages.map(({ text, status, at }) => [text, status, at])).toEqual([
      ['Hello?', 'not-sent', clock.now() - 5_000],
      ['Can you hear me?', 'sent', clock.now()],
    ])
  })

  it('shows a message that arrives twice once', async () => {
    const { talk, say } = await enterTalk()
    say('sam', { type: 'chat', id: '1', text: 'one' })
    say('sam', { type: 'chat', id: '1', text: 'one' })
    say('kim', { type: 'chat', id: '1', text: 'mine' })
    expect(talk.getState().messages.map((message) => message.text)).toEqual(['one', 'mine'])
    expect(talk.getState().unread).toBe(2)
  })

  it('is kept over a rejoin and forgotten when the call is over', async () => {
    const { talk, room, say, enter } = await enterTalk()
    say('sam', { type: 'chat', id: '1', text: 'one' })
    room.end({ kind: 'connection-lost' })
    talk.exit()
    talk.act({ type: 'chat', text: 'two' })
    await enter()
    say('sam', { type: 'chat', id: '2', text: 'three' })
    expect(talk.getState().messages.map(({ text, status }) => [text, status])).toEqual([
      ['one', 'sent'],
      ['two', 'not-sent'],
      ['three', 'sent'],
    ])
    talk.clear()
    expect(talk.getState()).toMatchObject({ messages: [], unread: 0 })
  })

  it('hears nothing from a room it has left', async () => {
    const { talk, room, say, enter } = await enterTalk()
    const old = room.connection
    await enter()
    say('sam', { type: 'chat', id: '1', text: 'heard once' })
    expect(talk.getState().messages).toHaveLength(1)
    talk.exit()
    say('sam', { type: 'chat', id: '2', text: 'not heard' })
    expect(talk.getState().messages).toHaveLength(1)
    expect(old?.getSnapshot().status).toBe('ended')
  })

  it('keeps the last messages of a long call', async () => {
    const { talk, say, clock } = await enterTalk()
    for (let count = 0; count < MOST_MESSAGES + 20; count += 1) {
      say('sam', { type: 'chat', id: `${count}`, text: `message ${count}` })
      clock.advance(100)
    }
    const { messages } = talk.getState()
    expect(messages).toHaveLength(MOST_MESSAGES)
    expect(messages.at(0)?.text).toBe('message 20')
  })
})
