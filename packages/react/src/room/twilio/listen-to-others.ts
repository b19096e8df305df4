import { listen, type Room } from './twilio-sdk.ts'

/** Listens to each of the others while they are in the room, for what the SDK does not say on the room. */
export function listenToOthers(room: Room, events: readonly string[], listener: () => void): () => void {
  const stops = new Map<unknown, () => void>()
  const begin = (person: object) => void stops.set(person, listen(person, events, listener))
  for (const person of room.participants.values()) begin(person)
  const stopListening = [
    listen(room, ['participantConnected'], (person) => begin(person as object)),
    listen(room, ['participantDisconnected'], (person) => {
      stops.get(person)?.()
      stops.delete(person)
    }),
  ]
  return () => {
    for (const stop of [...stopListening, ...stops.values()]) stop()
  }
}
