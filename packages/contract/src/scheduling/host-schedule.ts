/** Wall times of one day: `HH:MM` from `00:00`, the end up to `24:00`. The end is not part of it. */
export interface WallInterval {
  from: string
  to: string
}

/** Hours of every week. */
export interface WeeklyHours extends WallInterval {
  /** Monday = 1 ... Sunday = 7. */
  weekday: number
}

/** When a host can be met, in the host's own words. Every date is `YYYY-MM-DD` in the host's zone. */
export interface HostSchedule {
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string
  weekly: readonly WeeklyHours[]
  /** Each replaces the whole day; without intervals the day is closed. */
  overrides: readonly { date: string; intervals: readonly WallInterval[] }[]
  /** Closed from the first date to the last, both included, whatever weekly hours and overrides say. */
  timeOff: readonly { from: string; to: string }[]
}

/** Answer of `GET /schedule` and `PUT /schedule`: the caller's own; `null` when there is none yet. */
export interface ScheduleReceipt {
  schedule: HostSchedule | null
}
