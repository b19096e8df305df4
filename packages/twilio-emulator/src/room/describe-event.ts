import type { RoomEvent } from './room-event.ts'

/** One line about an event, for a log. */
export function describeEvent(event: RoomEvent): string {
  const who = 'participant' in event ? ` ${event.participant.identity}` : ''
  const track = 'track' in event ? ` ${event.track.kind} "${event.track.name}"` : ''
  return `${event.room.name}: ${event.type}${who}${track}`
}
