import * as Video from 'twilio-video'
import { afterEach, describe, expect, inject, it } from 'vitest'
import type { RoomConnection } from '../room-client.ts'
import { arrive, eventually, leaveAll, newRoomName, requestOf } from './people-for-tests.ts'

afterEach(leaveAll)

/** What somebody hears from now on, as "who: what". */
function hearing(stay: RoomConnection): string[] {
  const heard: string[] = []
  stay.onMessage(({ identity, text }) => heard.push(`${identity}: ${text}`))
  return heard
}

function reaching(stay: RoomConnection): string[] {
  const reached: string[] = []
  stay.onReachable(({ identity }) => reached.push(identity))
  return reached
}

describe('messages between people with the real SDK', () => {
  it('arrive whole and in order, with the name the room knows the sender by', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const ben = await arrive('ben', room)
    const reached = [reaching(ana), reaching(ben)]
    await eventually('both can be reached', () => reached.every((names) => names.length === 1))
    const heard = hearing(ana)
    const long = '語'.repeat(5_000)
    const said = [...Array.from({ length: 50 }, (_, count) => `message ${count}`), long]
    for (const text of said) expect(ben.send(text)).toBe(true)
    await eventually('all of it arrives', () => heard.length === said.length)
    expect(heard).toEqual(said.map((text) => `ben: ${text}`))
  })

  it('reach somebody who came later, from the moment they can be reached', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const ben = await arrive('ben', room)
    const reachedByAna = reaching(ana)
    await eventually('ben can be reached', () => reachedByAna.includes('ben'))
    ana.send('before')
    const cleo = await arrive('cleo', room)
    const heard = [hearing(ben), hearing(cleo)]
    const reachedByCleo = reaching(cleo)
    await eventually('everybody can be reached', () => {
      return reachedByAna.includes('cleo') && reachedByCleo.length === 2
    })
    ana.send('after')
    await eventually('both hear it', () => heard.every((texts) => texts.includes('ana: after')))
    expect(heard[1]).toEqual(['ana: after'])
  })

  it('go again after the same people have met in another stay', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const heard = hearing(ana)
    const reached = reaching(ana)
    const first = await arrive('ben', room)
    await eventually('ben can be reached', () => reached.length === 1)
    first.disconnect()
    expect(first.send('too late')).toBe(false)
    const second = await arrive('ben', room)
    await eventually('ben can be reached again', () => reached.length === 2)
    second.send('back')
    await eventually('ben is heard', () => heard.includes('ben: back'))
    expect(heard).toEqual(['ben: back'])
  })

  it('are left alone when they come over other tracks, as bytes, or too large', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const heard = hearing(ana)
    const { token } = await requestOf('eve', room)
    const other = new Video.LocalDataTrack({ name: 'other' })
    const meetings = new Video.LocalDataTrack({ name: 'meetings' })
    const { signalingUrl: wsServer } = inject('twilioEmulator')
    const options = { name: room, tracks: [other, meetings], wsServer, logLevel: 'off', insights: false }
    const eve = await Video.connect(token, options as Video.ConnectOptions)
    const reached = reaching(ana)
    try {
      await eventually('eve can be reached', () => reached.includes('eve'))
      other.send('over another track')
      meetings.send(new Uint8Array([123, 125]))
      meetings.send('x'.repeat(16_001))
      meetings.send('understood')
      await eventually('the last one is heard', () => heard.length > 0)
      expect(heard).toEqual(['eve: understood'])
    } finally {
      eve.disconnect()
    }
  })
})
