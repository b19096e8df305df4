import * as Video from 'twilio-video'
import { expect, inject } from 'vitest'
import { ignoreLeavingErrors } from '../../../../../tests/browser/ignore-leaving-errors.ts'
import { mintToken } from '../../../../../tests/browser/mint-token.ts'
import '../../../../../tests/browser/emulator-for-tests.ts'
import type { RoomConnection, RoomParticipant, RoomRequest } from '../room-client.ts'
import { createTwilioRoomClient } from './create-twilio-room-client.ts'

ignoreLeavingErrors()

const emulator = inject('twilioEmulator')
const stays = new Set<RoomConnection>()
const devices = new Set<MediaStreamTrack>()

/** The real SDK against the emulator. */
export const rooms = createTwilioRoomClient(Video, {
  isSmallScreen: () => false,
  getVideoOptions: () => ({ wsServer: emulator.signalingUrl, logLevel: 'off' }),
})

export function newRoomName(): string {
  return `meeting_${crypto.randomUUID()}`
}

export async function requestOf(
  identity: string,
  roomName: string,
  change: Partial<RoomRequest> & { ttl?: number } = {},
): Promise<RoomRequest> {
  const { ttl = 3600, ...rest } = change
  const token = await mintToken({ ...emulator, identity, room: roomName, ttl })
  const signal = new AbortController().signal
  return { token, roomName, tracks: { microphone: null, camera: null }, signal, ...rest }
}

/** Somebody enters. `leaveAll` ends it. */
export async function arrive(
  identity: string,
  roomName: string,
  change: Partial<RoomRequest> & { ttl?: number } = {},
): Promise<RoomConnection> {
  const stay = await rooms.connect(await requestOf(identity, roomName, change))
  stays.add(stay)
  return stay
}

export async function camera(): Promise<MediaStreamTrack> {
  const video = { width: 320, height: 240, frameRate: 10 }
  return keep(await navigator.mediaDevices.getUserMedia({ video }))
}

export async function microphone(): Promise<MediaStreamTrack> {
  return keep(await navigator.mediaDevices.getUserMedia({ audio: true }))
}

function keep(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getTracks()
  if (!track) throw new Error('The fake device gave no track.')
  devices.add(track)
  return track
}

/** Ends every stay and every device that a test began. */
export function leaveAll(): void {
  for (const stay of stays) stay.disconnect()
  for (const device of devices) device.stop()
  stays.clear()
  devices.clear()
  document.body.replaceChildren()
}

export function seen(stay: RoomConnection, identity: string): RoomParticipant | undefined {
  return stay.getSnapshot().remotes.find((person) => person.identity === identity)
}

/** Waits until something becomes true. The message says what was hoped for. */
export async function eventually(hope: string, check: () => unknown): Promise<void> {
  const patience = { timeout: 20_000, interval: 50, message: hope }
  await expect.poll(async () => Boolean(await check()), patience).toBe(true)
}

/** Plays a track of somebody and waits until the picture moves. */
export async function watch(
  stay: RoomConnection,
  identity: string,
  place: 'camera' | 'screen' = 'camera',
): Promise<{ element: HTMLVideoElement; detach: () => void }> {
  await eventually(`the ${place} of ${identity} arrives`, () => seen(stay, identity)?.[place]?.isReady)
  const element = document.createElement('video')
  element.muted = true
  document.body.append(element)
  const detach = seen(stay, identity)?.[place]?.attach(element) ?? (() => {})
  await eventually(`${identity} has a picture`, () => element.videoWidth > 0)
  await plays(element)
  return { element, detach }
}

export async function plays(element: HTMLVideoElement): Promise<void> {
  const before = element.currentTime
  await eventually('the picture moves', () => element.currentTime > before + 0.2)
}

/** Calls the emulator's REST API or its simulations. */
export async function rest(path: string, form: Record<string, string>): Promise<number> {
  const authorization = `Basic ${btoa(`${emulator.apiKeySid}:${emulator.apiKeySecret}`)}`
  const body = new URLSearchParams(form)
  const response = await fetch(`${emulator.url}${path}`, { method: 'POST', headers: { authorization }, body })
  return response.status
}
