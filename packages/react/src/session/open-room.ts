import type { RoomCaption, RoomConnection, RoomStatistics } from '../room/room-client.ts'

/** What can be asked of the room that is open now, whichever stay in it this is. */
export interface OpenRoom {
  enter(connection: RoomConnection): void
  exit(): void
  getStatistics(): Promise<RoomStatistics | null>
  /** Captions of this stay and of every later one. */
  onCaption(listener: (caption: RoomCaption) => void): () => void
  /** The page is back in sight. */
  wake(): void
}

export function createOpenRoom(): OpenRoom {
  const listeners = new Set<(caption: RoomCaption) => void>()
  let connection: RoomConnection | null = null
  let stopListening = () => {}

  function exit(): void {
    stopListening()
    stopListening = () => {}
    connection = null
  }

  return {
    enter(next) {
      exit()
      connection = next
      stopListening = next.onCaption((caption) => {
        for (const listener of [...listeners]) listener(caption)
      })
    },
    exit,
    getStatistics: async () => connection?.getStatistics() ?? null,
    onCaption(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    wake: () => connection?.refreshMedia(),
  }
}
