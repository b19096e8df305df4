import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import { fakeDataPeers } from '../media-signaling/fake-data-peer.ts'
import { countingIds } from './counting-ids.ts'
import { RoomDirectory } from './room-directory.ts'
import { defaultSettings } from './room-settings.ts'

const settings = defaultSettings('peer-to-peer')

function setUp(allowAdHoc = true) {
  const timers = manualTimers()
  return new RoomDirectory(
    {
      ids: countingIds(),
      timers,
      now: timers.now,
      openPeer: fakeDataPeers().open,
      sessionTimeoutSeconds: 30,
      onEvent: () => {},
    },
    { adHoc: settings, allowAdHoc },
  )
}

describe('the rooms', () => {
  it('are found by name while in progress, by SID always', () => {
    const rooms = setUp()
    const room = rooms.create(settings, 'standup')
    expect([rooms.find('standup'), rooms.find(room.sid)]).toEqual([room, room])
    room.complete()
    expect([rooms.find('standup'), rooms.find(room.sid)]).toEqual([null, room])
  })

  it('come to life under a name again when they are over', () => {
    const rooms = setUp()
    const first = rooms.forClient('standup', null)
    expect(rooms.forClient('standup', null)).toBe(first)
    first.complete()
    expect(rooms.forClient('standup', null)).not.toBe(first)
  })

  it('have their SID for a name when nobody gave one', () => {
    const room = setUp().forClient(null, null)
    expect(room.name).toBe(room.sid)
  })

  it('open to a token that names them, or their SID, and to no other', () => {
    const rooms = setUp()
    const room = rooms.create(settings, 'standup')
    expect(rooms.forClient(null, 'standup')).toBe(room)
    expect(rooms.forClient('standup', room.sid)).toBe(room)
    expect(rooms.forClient(room.sid, 'standup')).toBe(room)
    expect(() => rooms.forClient('standup', 'retro')).toThrow(expect.objectContaining({ code: 20106 }))
    expect(() => rooms.forClient('retro', 'standup')).toThrow(expect.objectContaining({ code: 20106 }))
  })

  it('that are over cannot be entered by SID (53106)', () => {
    const rooms = setUp()
    const sid = `RM${'0'.repeat(32)}`
    expect(() => rooms.forClient(sid, null)).toThrow(expect.objectContaining({ code: 53106 }))
    expect(() => setUp(false).forClient('standup', null)).toThrow(expect.objectContaining({ code: 53106 }))
  })

  it('that are over are forgotten when there are more than a thousand', () => {
    const rooms = setUp()
    const open = rooms.create(settings, 'open')
    for (let count = 0; count < 1100; count += 1) rooms.create(settings, null).complete()
    rooms.create(settings, null)
    expect(rooms.list().filter((room) => room.isOver)).toHaveLength(1000)
    expect(rooms.find('open')).toBe(open)
  })
})
