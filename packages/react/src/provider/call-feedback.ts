/** What a person says about the quality of a call when it is over. */
export interface CallFeedback {
  bookingId: string
  /** How long they were in the room, in milliseconds. */
  durationMs: number
  rating: 'good' | 'bad'
  /** What was bad; empty for `good`, and when they did not say. */
  reasons: readonly FeedbackReason[]
}

/** `cut`: the connection was lost. */
export type FeedbackReason = 'sound' | 'picture' | 'delay' | 'cut' | 'other'

/** A call that somebody can be asked about. */
export type AskedCall = Pick<CallFeedback, 'bookingId' | 'durationMs'>
