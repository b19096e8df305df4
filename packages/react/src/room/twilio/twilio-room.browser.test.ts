import { afterEach, describe, expect, it } from 'vitest'
import {
  arrive,
  camera,
  eventually,
  leaveAll,
  microphone,
  newRoomName,
  plays,
  requestOf,
  rest,
  rooms,
  seen,
  watch,
} from './people-for-tests.ts'

afterEach(leaveAll)

describe('two people in a room', () => {
  it('see each other move and get each other’s sound', async () => {
    const room = newRoomName()
    const own = async () => ({ tracks: { microphone: await microphone(), camera: await camera() } })
    const ana = await arrive('ana', room, await own())
    const ben = await arrive('ben', room, await own())
    await watch(ana, 'ben')
    await watch(ben, 'ana')
    await eventually('sound arrives', () => seen(ana, 'ben')?.microphone?.isReady)
    expect(ana.getSnapshot()).toMatchObject({
      name: room,
      status: 'connected',
      end: null,
      local: { identity: 'ana', isLocal: true, microphone: { isReady: true }, camera: { isReady: true } },
    })
  })

  it('see a mute and its end, and nobody else changes', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    await arrive('cleo', room)
    const ben = await arrive('ben', room, { tracks: { microphone: await microphone(), camera: null } })
    await eventually('all are there', () => seen(ana, 'ben')?.microphone?.isReady && seen(ana, 'cleo'))
    const before = ana.getSnapshot()
    ben.setMuted(true)
    expect(ben.getSnapshot().local.microphone?.isEnabled).toBe(false)
    await eventually('the mute is seen', () => seen(ana, 'ben')?.microphone?.isEnabled === false)
    expect(seen(ana, 'cleo')).toBe(before.remotes.find((person) => person.identity === 'cleo'))
    expect(ana.getSnapshot().local).toBe(before.local)
    ben.setMuted(false)
    await eventually('the end of the mute is seen', () => seen(ana, 'ben')?.microphone?.isEnabled)
  })

  it('enter muted when they were muted before', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    await arrive('ben', room, { tracks: { microphone: await microphone(), camera: null }, isMuted: true })
    await eventually('the microphone is announced', () => seen(ana, 'ben')?.microphone)
    expect(seen(ana, 'ben')?.microphone?.isEnabled).toBe(false)
  })

  it('turn a camera off and on again without losing the sound', async () => {
    const room = newRoomName()
    const first = await camera()
    const ana = await arrive('ana', room)
    const ben = await arrive('ben', room, { tracks: { microphone: await microphone(), camera: first } })
    await watch(ana, 'ben')
    await ben.setCamera(null)
    expect(first.readyState).toBe('live')
    await eventually('the camera is gone', () => seen(ana, 'ben')?.camera === null)
    expect(ben.getSnapshot().local.camera).toBeNull()
    await ben.setCamera(await camera())
    await watch(ana, 'ben')
    expect(seen(ana, 'ben')?.microphone?.isReady).toBe(true)
  })

  it('tell a screen from a camera, and its sound from a voice', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const ben = await arrive('ben', room, { tracks: { microphone: null, camera: await camera() } })
    await ben.setScreen({ video: await camera(), audio: await microphone() })
    await watch(ana, 'ben', 'screen')
    await eventually('the sound of the screen arrives', () => seen(ana, 'ben')?.screenAudio?.isReady)
    expect(seen(ana, 'ben')).toMatchObject({ microphone: null, camera: { isReady: true } })
    await ben.setScreen(null)
    await eventually('the share has stopped', () => seen(ana, 'ben')?.screen === null)
    expect(seen(ana, 'ben')).toMatchObject({ screenAudio: null, camera: { isReady: true } })
  })

  it('come and go, each in the order of arrival', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const ben = await arrive('ben', room)
    await arrive('cleo', room)
    const names = () => ana.getSnapshot().remotes.map((person) => person.identity)
    await eventually('both are there', () => names().join() === 'ben,cleo')
    ben.disconnect()
    await eventually('ben is gone', () => names().join() === 'cleo')
  })
})

describe('a cut connection', () => {
  it('comes back by itself while the picture goes on, and the others see both', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const ben = await arrive('ben', room, { tracks: { microphone: null, camera: await camera() } })
    const { element } = await watch(ana, 'ben')
    const statuses: string[] = []
    ana.subscribe(() => statuses.push(ana.getSnapshot().status))
    const states: (string | undefined)[] = []
    ben.subscribe(() => states.push(seen(ben, 'ana')?.state))
    await rest('/emulator/simulate/drop-socket', { identity: 'ana', roomName: room })
    const isBack = () => statuses.includes('reconnecting') && statuses.at(-1) === 'connected'
    await eventually('ana was away and is back', isBack)
    await plays(element)
    await eventually('ben saw it', () => states.includes('reconnecting') && states.at(-1) === 'connected')
  })

  it('ends with an expired token when the token has expired meanwhile', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room, { ttl: 2 })
    const expiry = Date.now() + 2_000
    await eventually('the token expires', () => Date.now() > expiry)
    await rest('/emulator/simulate/drop-socket', { identity: 'ana', roomName: room })
    await eventually('the room has ended', () => ana.getSnapshot().status === 'ended')
    expect(ana.getSnapshot().end).toEqual({ kind: 'token-expired', vendorCode: 20104 })
  })
})

describe('the end of a stay', () => {
  it('is "completed" for everybody when the host ends the meeting', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const ben = await arrive('ben', room)
    expect(await rest(`/v1/Rooms/${room}`, { Status: 'completed' })).toBe(200)
    for (const stay of [ana, ben]) {
      await eventually('the room has ended', () => stay.getSnapshot().status === 'ended')
      expect(stay.getSnapshot().end).toEqual({ kind: 'completed', vendorCode: 53118 })
    }
  })

  it('is "removed" for somebody who was removed', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    await rest(`/v1/Rooms/${room}/Participants/ana`, { Status: 'disconnected' })
    await eventually('the room has ended', () => ana.getSnapshot().status === 'ended')
    expect(ana.getSnapshot().end).toEqual({ kind: 'removed' })
  })

  it('is "other-tab" for the older of two stays of one person', async () => {
    const room = newRoomName()
    const older = await arrive('ana', room)
    const newer = await arrive('ana', room)
    await eventually('the older has ended', () => older.getSnapshot().status === 'ended')
    expect(older.getSnapshot().end).toEqual({ kind: 'other-tab', vendorCode: 53205 })
    expect(newer.getSnapshot().status).toBe('connected')
  })

  it('leaves nothing playing, no device stopped and no listener called', async () => {
    const room = newRoomName()
    const own = await camera()
    const ana = await arrive('ana', room, { tracks: { microphone: null, camera: own } })
    await arrive('ben', room, { tracks: { microphone: null, camera: await camera() } })
    const { element } = await watch(ana, 'ben')
    const mirror = document.createElement('video')
    ana.getSnapshot().local.camera?.attach(mirror)
    ana.disconnect()
    ana.disconnect()
    expect(ana.getSnapshot()).toMatchObject({ status: 'ended', end: { kind: 'left' } })
    expect([element.srcObject, mirror.srcObject]).toEqual([null, null])
    expect(own.readyState).toBe('live')
    let calls = 0
    ana.subscribe(() => {
      calls += 1
    })
    ana.setMuted(true)
    await ana.setCamera(await camera())
    await ana.setScreen(null)
    expect(calls).toBe(0)
  })

  it('empties an element that is detached, and only then', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    await arrive('ben', room, { tracks: { microphone: null, camera: await camera() } })
    const { element, detach } = await watch(ana, 'ben')
    detach()
    detach()
    expect(element.srcObject).toBeNull()
  })
})

describe('a refused entrance', () => {
  it('says that the token has expired', async () => {
    const request = await requestOf('ana', newRoomName(), { ttl: -60 })
    await expect(rooms.connect(request)).rejects.toEqual({ kind: 'token-expired', vendorCode: 20104 })
  })

  it('says that the token is worth nothing, and does not repeat it', async () => {
    const request = await requestOf('ana', newRoomName(), { token: 'not.a.token' })
    const error: unknown = await rooms.connect(request).catch((reason: unknown) => reason)
    expect(error).toEqual({ kind: 'refused', vendorCode: 20101 })
  })

  it('says "left" when it is aborted, and leaves nobody in the room', async () => {
    const room = newRoomName()
    const ana = await arrive('ana', room)
    const seenSoFar: string[] = []
    ana.subscribe(() => seenSoFar.push(...ana.getSnapshot().remotes.map((person) => person.identity)))
    const atOnce = new AbortController()
    atOnce.abort()
    const before = await requestOf('early', room, { signal: atOnce.signal })
    await expect(rooms.connect(before)).rejects.toEqual({ kind: 'left' })
    const soon = new AbortController()
    const pending = rooms.connect(await requestOf('ben', room, { signal: soon.signal }))
    soon.abort()
    await expect(pending).rejects.toEqual({ kind: 'left' })
    await arrive('cleo', room)
    await eventually('cleo is there', () => seen(ana, 'cleo'))
    expect(new Set(seenSoFar)).toEqual(new Set(['cleo']))
  })
})
