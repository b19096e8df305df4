import { parseAbsolute } from '@internationalized/date'
import type { Slot } from '@meetings/contract'

export type PartOfDay = 'morning' | 'afternoon' | 'evening'

export interface TimeOption {
  slot: Slot
  /** "2:00 PM"; with the zone, "2:00 AM CEST", where the clock shows it twice that day. */
  label: string
}

export interface TimeGroup {
  part: PartOfDay
  times: readonly TimeOption[]
}

/** A day's times by part of day, earliest first. Parts without a time are left out. */
export function groupSlots(
  slots: readonly Slot[],
  timeZone: string,
  locale: string | undefined,
): readonly TimeGroup[] {
  const write = timeWriter(slots, timeZone, locale)
  const groups = new Map<PartOfDay, TimeOption[]>()
  for (const slot of slots) {
    const part = partOfDay(parseAbsolute(slot.start, timeZone).hour)
    const times = groups.get(part) ?? []
    groups.set(part, times)
    times.push({ slot, label: write(slot.start) })
  }
  return [...groups].map(([part, times]) => ({ part, times }))
}

function partOfDay(hour: number): PartOfDay {
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}

function timeWriter(
  slots: readonly Slot[],
  timeZone: string,
  locale: string | undefined,
): (iso: string) => string {
  const short = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' })
  const plain = (iso: string) => short.format(Date.parse(iso)).replace(/\u202f/g, ' ')
  const counts = new Map<string, number>()
  for (const { start } of slots) counts.set(plain(start), (counts.get(plain(start)) ?? 0) + 1)
  return (iso) => {
    const label = plain(iso)
    return counts.get(label) === 1 ? label : `${label} ${zoneName(iso, timeZone, locale)}`
  }
}

/** "CEST" where the language has a name for it, "GMT+2" where it has none. */
export function zoneName(iso: string, timeZone: string, locale: string | undefined): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(
    Date.parse(iso),
  )
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
