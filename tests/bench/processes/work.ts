/** How a worker is set up; goes from process to process as JSON. */
export interface WorkerConfig {
  connectionString: string
  /** Its own part of the bookings. */
  bookingIds: readonly string[]
}

/** One spell of work. */
export interface Order {
  forMs: number
  /** Requests to send in a second; `null`: as many as get through. */
  perSecond: number | null
}

/** What a worker did in one spell. */
export interface Work {
  requests: number
  failed: number
  /** CPU time of the worker's process. */
  cpuMs: number
  /** Median of a request's time. */
  medianMs: number
}

/** How many meetings a worker holds at a time, and how many connections it has. */
export const AT_ONCE = 8

export const hostOf = (bookingId: string) => bookingId.replace('0b', '0c')
export const customerOf = (bookingId: string) => bookingId.replace('0b', '0d')
