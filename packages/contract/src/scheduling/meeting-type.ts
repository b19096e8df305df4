/** Who takes a meeting: any one of the hosts who is free, or all of them together. */
export const HOST_MODES = ['any', 'all'] as const

export type HostMode = (typeof HOST_MODES)[number]

/** The kinds of answer a question can ask for. */
export const QUESTION_TYPES = ['text', 'long_text', 'choice', 'checkbox'] as const

/** Something to ask whoever books. */
export interface MeetingQuestion {
  /** The key of the answer. */
  id: string
  label: string
  type: (typeof QUESTION_TYPES)[number]
  required: boolean
  /** What `choice` offers. */
  options?: string[]
}

/** A kind of meeting that can be booked. */
export interface MeetingType {
  id: string
  name: string
  description: string | null
  durationMinutes: number
  hostMode: HostMode
  /** Whom it is with, in the order to show them. */
  hosts: { id: string; name: string }[]
  questions: MeetingQuestion[]
  /** The earliest start is so long from now. */
  minimumNoticeMinutes: number
  /** The latest start is on the day so many days from now. */
  furthestDays: number
  /** Until so long before the start it can be cancelled or moved by who booked it. */
  cancellationCutoffMinutes: number
}

/** Answer of `GET /meeting-types`. */
export interface MeetingTypeList {
  meetingTypes: MeetingType[]
  serverTime: string
}
