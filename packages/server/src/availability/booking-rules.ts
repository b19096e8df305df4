/** How a meeting type can be booked. */
export interface BookingRules {
  durationMinutes: number
  /** From one start to the next. */
  stepMinutes: number
  /** Kept free before the slot; may lie outside the opening hours. */
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  /** A slot starts at least this long after now. */
  minimumNoticeMinutes: number
  /** The last date that can be booked, counted from the host's today: 0 is today alone. */
  furthestDays: number
  /** How many bookings may start on one date of the host; `null` for any number. */
  dailyMaximum: number | null
}

/** Rules that nothing was checked for could count slots for ever: throws a RangeError that names the rule. */
export function assertRules(rules: BookingRules): void {
  const { durationMinutes, stepMinutes, dailyMaximum, ...rest } = rules
  for (const [name, value] of Object.entries({ durationMinutes, stepMinutes })) {
    if (!(Number.isFinite(value) && value >= 1)) throw wrong(name, value, 'of 1 or more')
  }
  for (const [name, value] of Object.entries({ ...rest, dailyMaximum: dailyMaximum ?? 0 })) {
    if (!(Number.isFinite(value) && value >= 0)) throw wrong(name, value, 'of 0 or more')
  }
}

function wrong(name: string, value: number, wanted: string): RangeError {
  return new RangeError(`${name} must be a number ${wanted}, but is ${value}. Correct the meeting type.`)
}
