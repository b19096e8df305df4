import type * as Video from 'twilio-video'
import { expect } from 'vitest'

const PATIENCE = { timeout: 20_000, interval: 50 }

/** Waits until something becomes true. The message says what was hoped for. */
export async function eventually(hope: string, check: () => unknown): Promise<void> {
  await expect.poll(async () => Boolean(await check()), { ...PATIENCE, message: hope }).toBe(true)
}

/** The next time an event is emitted, with its arguments. */
export function nextEvent<Args extends unknown[]>(room: Video.Room, event: string): Promise<Args> {
  return new Promise((resolve) => room.once(event, (...args: unknown[]) => resolve(args as Args)))
}

/** How somebody looks to the holder of a room. */
export function remote(room: Video.Room, identity: string): Video.RemoteParticipant | undefined {
  return [...room.participants.values()].find((participant) => participant.identity === identity)
}

/** The subscribed tracks of somebody, of one kind. */
export function remoteTracks(
  room: Video.Room,
  identity: string,
  kind: 'audio' | 'video' | 'data',
): Video.RemoteTrack[] {
  const publications = [...(remote(room, identity)?.tracks.values() ?? [])]
  return publications.flatMap(({ track }) => (track && track.kind === kind ? [track] : []))
}

/** Waits until somebody's picture moves: it has a size, and its time goes on. */
export async function seesPicture(room: Video.Room, identity: string, index = 0): Promise<HTMLVideoElement> {
  const track = () => remoteTracks(room, identity, 'video')[index]
  await eventually(`the video track of ${identity} arrives`, track)
  const element = document.createElement('video')
  element.muted = true
  document.body.append(element)
  const found = track()
  if (found?.kind === 'video') found.attach(element)
  await eventually(`${identity} has a picture`, () => element.videoWidth > 0)
  await picturePlays(element)
  return element
}

/** Waits until a picture goes on from where it is now. */
export async function picturePlays(element: HTMLVideoElement): Promise<void> {
  const before = element.currentTime
  await eventually('the picture moves', () => element.currentTime > before + 0.2)
}
