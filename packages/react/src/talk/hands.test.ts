import { describe, expect, it } from 'vitest'
import { REACTION_MS } from './create-talk.ts'
import { enterTalk } from './talk-for-tests.ts'

type Stage = Awaited<ReturnType<typeof enterTalk>>
const raised = ({ talk }: Stage) => talk.getState().hands.map((hand) => hand.identity)

describe('raised hands', () => {
  it('stand in the order in which they went up', async () => {
    const stage = await enterTalk()
    stage.say('kim', { type: 'hand', upForMs: 0 })
    stage.clock.advance(1_000)
    stage.talk.act({ type: 'hand', isUp: true })
    stage.clock.advance(1_000)
    stage.say('sam', { type: 'hand', upForMs: 0 })
    expect(raised(stage)).toEqual(['kim', 'me', 'sam'])
    expect(stage.sent()).toEqual([{ v: 1, type: 'hand', upForMs: 0 }])
  })

  it('go down by their owner, each once', async () => {
    const stage = await enterTalk()
    stage.talk.act({ type: 'hand', isUp: true })
    stage.talk.act({ type: 'hand', isUp: true })
    stage.say('kim', { type: 'hand', upForMs: 0 })
    stage.say('kim', { type: 'hand', upForMs: null })
    stage.talk.act({ type: 'hand', isUp: false })
    stage.talk.act({ type: 'hand', isUp: false })
    expect(raised(stage)).toEqual([])
    expect(stage.sent()).toHaveLength(2)
  })

  it('go down when their owner leaves', async () => {
    const stage = await enterTalk()
    stage.say('kim', { type: 'hand', upForMs: 0 })
    stage.room.leave('kim')
    expect(raised(stage)).toEqual([])
  })

  it('keep their place when they are told again', async () => {
    const stage = await enterTalk()
    stage.say('kim', { type: 'hand', upForMs: 0 })
    stage.clock.advance(1_000)
    stage.say('sam', { type: 'hand', upForMs: 0 })
    stage.say('kim', { type: 'hand', upForMs: 0 })
    expect(raised(stage)).toEqual(['kim', 'sam'])
  })

  it('are told to newcomers, with the time they have been up', async () => {
    const stage = await enterTalk()
    stage.talk.act({ type: 'hand', isUp: true })
    stage.clock.advance(30_000)
    stage.room.join({ identity: 'ada' })
    stage.clock.advance(1_000)
    expect(stage.greetings().at(-1)).toEqual({ v: 1, type: 'hello', upForMs: 30_250 })
  })

  it('are told to whoever greets, and a hand that is down is not', async () => {
    const stage = await enterTalk()
    stage.clock.advance(1_000)
    stage.say('kim', { type: 'hello', upForMs: null })
    stage.clock.advance(1_000)
    expect(stage.sent()).toEqual([])
    stage.talk.act({ type: 'hand', isUp: true })
    stage.clock.advance(10_000)
    stage.say('kim', { type: 'hello', upForMs: 20_000 })
    stage.say('sam', { type: 'hello', upForMs: null })
    stage.clock.advance(1_000)
    expect(stage.sent().slice(1)).toEqual([{ v: 1, type: 'hand', upForMs: 10_250 }])
    expect(raised(stage)).toEqual(['kim', 'me'])
  })

  it('are asked for once when many people are there already', async () => {
    const stage = await enterTalk({ people: ['a', 'b', 'c', 'd', 'e'] })
    stage.clock.advance(5_000)
    expect(stage.greetings()).toEqual([{ v: 1, type: 'hello', upForMs: null }])
  })

  it('are told again when the connection is back', async () => {
    const stage = await enterTalk()
    stage.clock.advance(1_000)
    stage.room.drop()
    stage.talk.act({ type: 'hand', isUp: true })
    stage.room.restore()
    stage.clock.advance(1_000)
    expect(stage.greetings().at(-1)).toEqual({ v: 1, type: 'hello', upForMs: 250 })
  })

  it('of others are forgotten over a rejoin until they are told again; one’s own stays up', async () => {
    const stage = await enterTalk()
    stage.say('kim', { type: 'hand', upForMs: 0 })
    stage.talk.act({ type: 'hand', isUp: true })
    stage.talk.exit()
    await stage.enter()
    expect(raised(stage)).toEqual(['me'])
    stage.say('kim', { type: 'hand', upForMs: 60_000 })
    expect(raised(stage)).toEqual(['kim', 'me'])
  })

  it('need somebody to see them: outside the room they stay down', async () => {
    const stage = await enterTalk()
    stage.talk.exit()
    expect(stage.talk.act({ type: 'hand', isUp: true })).toBe(false)
    expect(raised(stage)).toEqual([])
  })

  it('leave no timer behind', async () => {
    const stage = await enterTalk()
    stage.talk.act({ type: 'react', kind: 'clap' })
    stage.room.join({ identity: 'ada' })
    stage.talk.clear()
    expect(stage.clock.waiting).toBe(0)
  })
})

describe('reactions', () => {
  it('are there for four seconds', async () => {
    const { talk, say, clock } = await enterTalk()
    say('kim', { type: 'reaction', kind: 'party' })
    clock.advance(1_000)
    talk.act({ type: 'react', kind: 'heart' })
    expect(talk.getState().reactions.map(({ identity, kind }) => [identity, kind])).toEqual([
      ['kim', 'party'],
      ['me', 'heart'],
    ])
    clock.advance(REACTION_MS - 1_000)
    expect(talk.getState().reactions.map((reaction) => reaction.identity)).toEqual(['me'])
    clock.advance(1_000)
    expect(talk.getState().reactions).toEqual([])
  })

  it('that nobody can see are not shown to oneself either', async () => {
    const { talk, room } = await enterTalk()
    room.drop()
    expect(talk.act({ type: 'react', kind: 'heart' })).toBe(false)
    expect(talk.getState().reactions).toEqual([])
  })
})
