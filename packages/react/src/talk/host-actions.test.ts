import { describe, expect, it } from 'vitest'
import { enterTalk } from './talk-for-tests.ts'

describe('a host', () => {
  it('mutes everybody, once', async () => {
    const { talk, say, microphone } = await enterTalk()
    say('sam', { type: 'mute', to: null })
    expect(microphone.isMuted).toBe(true)
    expect(talk.getState().mutedBy).toBe('sam')
    talk.act({ type: 'mute-seen' })
    say('sam', { type: 'mute', to: null })
    expect(talk.getState().mutedBy).toBeNull()
  })

  it('mutes one person and no other', async () => {
    const { say, microphone } = await enterTalk()
    say('sam', { type: 'mute', to: 'kim' })
    expect(microphone.isMuted).toBe(false)
    say('sam', { type: 'mute', to: 'me' })
    expect(microphone.isMuted).toBe(true)
  })

  it('asks for an unmute, which only the person can give', async () => {
    const { talk, say, microphone } = await enterTalk()
    microphone.isMuted = true
    say('sam', { type: 'ask-unmute', to: 'me' })
    expect(talk.getState().unmuteAskedBy).toBe('sam')
    expect(microphone.isMuted).toBe(true)
    talk.act({ type: 'answer-unmute', unmute: false })
    expect([talk.getState().unmuteAskedBy, microphone.isMuted]).toEqual([null, true])
    say('sam', { type: 'ask-unmute', to: 'me' })
    talk.act({ type: 'answer-unmute', unmute: true })
    expect([talk.getState().unmuteAskedBy, microphone.isMuted]).toEqual([null, false])
  })

  it('asks nobody who can be heard already, and nobody else', async () => {
    const { talk, say, microphone } = await enterTalk()
    say('sam', { type: 'ask-unmute', to: 'me' })
    microphone.isMuted = true
    say('sam', { type: 'ask-unmute', to: 'kim' })
    expect(talk.getState().unmuteAskedBy).toBeNull()
  })

  it('takes the question along when they leave, or when they mute again', async () => {
    const { talk, say, room, microphone } = await enterTalk()
    microphone.isMuted = true
    say('sam', { type: 'ask-unmute', to: 'me' })
    room.leave('sam')
    expect(talk.getState().unmuteAskedBy).toBeNull()
    room.join({ identity: 'sam' })
    say('sam', { type: 'ask-unmute', to: 'me' })
    microphone.isMuted = false
    say('sam', { type: 'mute', to: null })
    expect(talk.getState()).toMatchObject({ unmuteAskedBy: null, mutedBy: 'sam' })
  })

  it('lowers a hand, which then goes down for everybody', async () => {
    const { talk, say, sent } = await enterTalk()
    talk.act({ type: 'hand', isUp: true })
    say('sam', { type: 'lower-hand', to: 'kim' })
    expect(talk.getState().hands).toHaveLength(1)
    say('sam', { type: 'lower-hand', to: null })
    expect(talk.getState().hands).toEqual([])
    expect(sent().at(-1)).toEqual({ v: 1, type: 'hand', upForMs: null })
  })
})

describe('somebody who is no host', () => {
  it.each(['kim', 'nobody-knows-me'])('is not obeyed: %s', async (identity) => {
    const { talk, say, microphone } = await enterTalk({ people: ['kim', 'nobody-knows-me'] })
    talk.act({ type: 'hand', isUp: true })
    say(identity, { type: 'mute', to: null })
    say(identity, { type: 'mute', to: 'me' })
    say(identity, { type: 'lower-hand', to: 'me' })
    expect(microphone.isMuted).toBe(false)
    expect(talk.getState()).toMatchObject({ mutedBy: null, hands: [{ identity: 'me' }] })
    microphone.isMuted = true
    say(identity, { type: 'ask-unmute', to: 'me' })
    expect(talk.getState().unmuteAskedBy).toBeNull()
  })

  it('sends no such thing', async () => {
    const { talk, sent } = await enterTalk({ role: 'guest' })
    expect(talk.act({ type: 'mute', identity: null })).toBe(false)
    expect(talk.act({ type: 'ask-unmute', identity: 'kim' })).toBe(false)
    expect(talk.act({ type: 'lower-hand', identity: 'kim' })).toBe(false)
    expect(sent()).toEqual([])
  })

  it('becomes one only by the server’s word', async () => {
    const { room, microphone } = await enterTalk({ people: ['kim'] })
    room.say('kim', JSON.stringify({ v: 1, type: 'mute', to: null, role: 'host', from: 'sam' }))
    expect(microphone.isMuted).toBe(false)
  })
})

describe('as a host', () => {
  it.each(['host', 'admin'] as const)('%s commands reach the others', async (role) => {
    const { talk, sent } = await enterTalk({ role })
    expect(talk.act({ type: 'mute', identity: null })).toBe(true)
    expect(talk.act({ type: 'mute', identity: 'kim' })).toBe(true)
    expect(talk.act({ type: 'ask-unmute', identity: 'kim' })).toBe(true)
    expect(talk.act({ type: 'lower-hand', identity: 'kim' })).toBe(true)
    expect(sent()).toEqual([
      { v: 1, type: 'mute', to: null },
      { v: 1, type: 'mute', to: 'kim' },
      { v: 1, type: 'ask-unmute', to: 'kim' },
      { v: 1, type: 'lower-hand', to: 'kim' },
    ])
  })

  it('muting everybody does not mute oneself, and lowering all hands lowers one’s own', async () => {
    const { talk, microphone } = await enterTalk({ role: 'host' })
    talk.act({ type: 'hand', isUp: true })
    talk.act({ type: 'mute', identity: null })
    talk.act({ type: 'lower-hand', identity: null })
    expect(microphone.isMuted).toBe(false)
    expect(talk.getState().hands).toEqual([])
  })
})
