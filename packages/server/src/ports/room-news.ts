/** What the room service tells about a meeting's room, after its word was checked. */
export type RoomNews =
  | {
      type: 'connected' | 'disconnected'
      bookingId: string
      /** One life of the room: a room that ended and was made again under the same name has another. */
      roomId: string
      /** One connection of one person: somebody who comes back has another. */
      connectionId: string
      /** The identity that `issueToken` was asked for. */
      identity: string
      /** When it happened, by the room service's clock. */
      at: Date
    }
  | { type: 'ended'; bookingId: string; roomId: string; at: Date }
