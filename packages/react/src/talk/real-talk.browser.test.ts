import type { ParticipantRole } from '@meetings/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../clock/system-clock.ts'
import { arrive, eventually, leaveAll, newRoomName } from '../room/twilio/people-for-tests.ts'
import { createTalk } from './create-talk.ts'

const ends: (() => void)[] = []

afterEach(() => {
  for (const end of ends.splice(0)) end()
  leaveAll()
})

const ROLES: Readonly<Record<string, ParticipantRole>> = { ana: 'customer', ben: 'host', cleo: 'guest' }

/** Somebody in a real room, with a talk and a microphone that only counts. */
async function talker(identity: string, roomName: string) {
  const microphone = { isMuted: false }
  const talk = createTalk(
    {
      clock: systemClock(),
      roleOf: (who) => ROLES[who] ?? null,
      isMuted: () => microphone.isMuted,
      mute() {
        microphone.isMuted = true
        return true
      },
      unmute() {
        microphone.isMuted = false
      },
    },
    () => {},
  )
  const stay = await arrive(identity, roomName)
  talk.enter(stay)
  ends.push(talk.clear)
  const hears = new Set<string>()
  stay.onReachable((person) => hears.add(person.identity))
  return {
    ...{ stay, talk, microphone, hears },
    texts: () => talk.getState().messages.map((message) => `${message.from}: ${message.text}`),
    hands: () => talk.getState().hands.map((hand) => hand.identity),
  }
}

type Talker = Awaited<ReturnType<typeof talker>>

async function together(...people: Talker[]): Promise<void> {
  const hearEachOther = () => people.every((person) => person.hears.size === people.length - 1)
  await eventually('everybody hears everybody', hearEachOther)
}

describe('people in a real room', () => {
  it('chat, react and raise hands', async () => {
    const room = newRoomName()
    const ana = await talker('ana', room)
    const ben = await talker('ben', room)
    await together(ana, ben)
    ana.talk.act({ type: 'chat', text: 'Hello Ben' })
    ben.talk.act({ type: 'chat', text: 'سلام 👋' })
    ben.talk.act({ type: 'react', kind: 'heart' })
    ben.talk.act({ type: 'hand', isUp: true })
    await eventually('ana hears it', () => ana.texts().length === 2 && ana.hands().length === 1)
    await eventually('ben hears it', () => ben.texts().length === 2)
    expect(ana.texts().sort()).toEqual(['ana: Hello Ben', 'ben: سلام 👋'])
    expect(ana.hands()).toEqual(['ben'])
    expect(ana.talk.getState().reactions).toMatchObject([{ identity: 'ben', kind: 'heart' }])
  })

  it('tell somebody who comes later whose hand is up, in order, and not what was said', async () => {
    const room = newRoomName()
    const ana = await talker('ana', room)
    const ben = await talker('ben', room)
    await together(ana, ben)
    ben.talk.act({ type: 'hand', isUp: true })
    await eventually('ana sees the hand', () => ana.hands().length === 1)
    ana.talk.act({ type: 'hand', isUp: true })
    ana.talk.act({ type: 'chat', text: 'before' })
    const cleo = await talker('cleo', room)
    await together(ana, ben, cleo)
    await eventually('cleo sees both hands', () => cleo.hands().length === 2)
    expect(cleo.hands()).toEqual(['ben', 'ana'])
    expect(cleo.texts()).toEqual([])
    ben.stay.disconnect()
    await eventually('the hand goes with ben', () => cleo.hands().length === 1)
  })

  it('obey a host and nobody else', async () => {
    const room = newRoomName()
    const ana = await talker('ana', room)
    const ben = await talker('ben', room)
    const cleo = await talker('cleo', room)
    await together(ana, ben, cleo)
    expect(cleo.talk.act({ type: 'mute', identity: null })).toBe(false)
    cleo.stay.send('{"v":1,"type":"mute","to":null}')
    cleo.talk.act({ type: 'chat', text: 'after my mute' })
    await eventually('ana heard cleo', () => ana.texts().length === 1)
    expect(ana.microphone.isMuted).toBe(false)
    ben.talk.act({ type: 'mute', identity: 'ana' })
    await eventually('ana is muted', () => ana.microphone.isMuted)
    expect(cleo.microphone.isMuted).toBe(false)
    ben.talk.act({ type: 'ask-unmute', identity: 'ana' })
    await eventually('ana is asked', () => ana.talk.getState().unmuteAskedBy === 'ben')
    expect(ana.microphone.isMuted).toBe(true)
  })
})
