import * as Video from 'twilio-video'
import { inject } from 'vitest'
import { ignoreLeavingErrors } from '../../../tests/browser/ignore-leaving-errors.ts'
import { mintToken, type TokenWish } from '../../../tests/browser/mint-token.ts'
import '../../../tests/browser/emulator-for-tests.ts'
import { createSimulateClient } from '../src/simulate/create-simulate-client.ts'

ignoreLeavingErrors()

const emulator = inject('twilioEmulator')
/** Bad luck on demand, from within the page. */
export const simulate = createSimulateClient(emulator)

const rooms = new Set<Video.Room>()
const tracks = new Set<Video.LocalTrack>()
let count = 0

/** A room name that no other test uses. */
export function newRoomName(): string {
  count += 1
  return `room-${count}-${crypto.randomUUID().slice(0, 8)}`
}

/** A new room of type group, which tells more than a peer-to-peer room. */
export async function newGroupRoom(settings: Record<string, string> = {}): Promise<string> {
  const room = newRoomName()
  await rest('POST', '/v1/Rooms', { UniqueName: room, Type: 'group', ...settings })
  return room
}

export interface Arrival {
  identity: string
  room?: string
  /** Default: a fake microphone and a fake camera of 320x240 at 10 frames a second. */
  tracks?: (Video.LocalTrack | MediaStreamTrack)[]
  token?: Partial<TokenWish>
  name?: string
  /** More options for the SDK. */
  options?: Video.ConnectOptions
}

/** A token for the emulator of these tests. */
export function tokenFor(identity: string, wish: Partial<TokenWish> = {}): Promise<string> {
  return mintToken({ ...emulator, identity, ...wish })
}

/** Somebody enters a room with the real SDK. `leaveAll` ends it. */
export async function arrive(arrival: Arrival): Promise<Video.Room> {
  const { identity, room, tracks, token, name = room, options } = arrival
  const binding = room === undefined ? {} : { room }
  return connect(await tokenFor(identity, { ...binding, ...token }), {
    ...options,
    tracks: tracks ?? [await microphone(), await camera()],
    ...(name !== undefined && { name }),
  })
}

/** Enters with any token, also a wrong one. */
export async function connect(token: string, options: Video.ConnectOptions): Promise<Video.Room> {
  const local = { ...options, wsServer: emulator.signalingUrl, insights: false, logLevel: 'off' }
  const room = await Video.connect(token, local as Video.ConnectOptions)
  rooms.add(room)
  return room
}

export async function camera(name?: string): Promise<Video.LocalVideoTrack> {
  const constraints = { width: 320, height: 240, frameRate: 10 }
  const track = await Video.createLocalVideoTrack(name ? { ...constraints, name } : constraints)
  tracks.add(track)
  return track
}

async function microphone(name?: string): Promise<Video.LocalAudioTrack> {
  const track = await Video.createLocalAudioTrack(name ? { name } : {})
  tracks.add(track)
  return track
}

/** Ends every stay and every device that a test began. */
export function leaveAll(): void {
  for (const room of rooms) room.disconnect()
  for (const track of tracks) if (track.kind !== 'data') track.stop()
  rooms.clear()
  tracks.clear()
  document.body.replaceChildren()
}

/** Calls the emulator's REST API or its inspector. */
export async function rest(method: 'GET' | 'POST', path: string, form: Record<string, string> = {}) {
  const authorization = `Basic ${btoa(`${emulator.apiKeySid}:${emulator.apiKeySecret}`)}`
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    headers: { authorization },
    ...(method === 'POST' && { body: new URLSearchParams(form) }),
  })
  return { status: response.status, body: await response.json() }
}
