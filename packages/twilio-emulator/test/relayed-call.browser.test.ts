import { afterEach, expect, inject, it } from 'vitest'
import '../../../tests/browser/emulator-for-tests.ts'
import { eventually, seesPicture } from './eventually.ts'
import { arrive, leaveAll, newRoomName, rest, simulate, tokenFor } from './people.ts'

afterEach(async () => {
  leaveAll()
  await simulate.clear()
})

const emulator = inject('twilioEmulator')
/** Ten pictures a second are sent: without one for so long, none comes. */
const STILL_MS = 1_500

/** What the SDK is told before a connection check: calls on one machine are offered no relay unless it is asked for. */
async function askForRelay(identity: string): Promise<RTCIceServer[]> {
  const socket = new WebSocket(emulator.signalingUrl)
  const token = await tokenFor(identity)
  const servers = await new Promise<RTCIceServer[]>((resolve, reject) => {
    socket.onerror = () => reject(new Error('The emulator does not answer.'))
    socket.onmessage = ({ data }) => {
      const { body } = JSON.parse(data)
      if (body?.type === 'iced') resolve(body.ice_servers)
    }
    socket.onopen = () => {
      const body = { type: 'ice', version: 1, token, preflight: true }
      socket.send(JSON.stringify({ type: 'hello', version: 2, body }))
    }
  })
  socket.close()
  return servers
}

async function arriveByRelay(identity: string, room: string) {
  const iceServers = await askForRelay(identity)
  return arrive({ identity, room, options: { iceServers, iceTransportPolicy: 'relay' } })
}

it('holds a call of two people who can reach each other over the relay only', async () => {
  const room = newRoomName()
  const alice = await arriveByRelay('alice', room)
  const bob = await arriveByRelay('bob', room)
  await Promise.all([seesPicture(alice, 'bob'), seesPicture(bob, 'alice')])
  const { body } = await rest('GET', '/emulator/relay')
  expect(body.clients).toBeGreaterThanOrEqual(2)
})

it('loses the picture when the relay is blocked, and finds it again', async () => {
  const room = newRoomName()
  const alice = await arriveByRelay('alice', room)
  await arriveByRelay('bob', room)
  const picture = await seesPicture(alice, 'bob')
  await simulate.troubleRelay({ blocked: true })
  let last = { frames: -1, at: 0 }
  const frames = () => picture.getVideoPlaybackQuality().totalVideoFrames
  await eventually('the picture stands still', () => {
    if (frames() !== last.frames) last = { frames: frames(), at: performance.now() }
    return performance.now() - last.at > STILL_MS
  })
  await simulate.troubleRelay({})
  await eventually('the picture moves again', () => frames() > last.frames)
})
