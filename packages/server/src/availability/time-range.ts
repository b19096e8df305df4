/** A half-open range of real time, in milliseconds since the epoch: `end` is not part of it. */
export interface TimeRange {
  start: number
  end: number
}

/** The same time as ascending ranges that neither overlap nor touch. */
export function unionOf(ranges: readonly TimeRange[]): TimeRange[] {
  const union: TimeRange[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = union.at(-1)
    if (!(start < end)) continue
    if (last === undefined || start > last.end) union.push({ start, end })
    else last.end = Math.max(last.end, end)
  }
  return union
}

/** What two lists of ascending, disjoint ranges have in common. Ranges that only touch stay apart. */
export function intersectionOf(first: readonly TimeRange[], second: readonly TimeRange[]): TimeRange[] {
  const common: TimeRange[] = []
  let i = 0
  let j = 0
  for (;;) {
    const a = first[i]
    const b = second[j]
    if (a === undefined || b === undefined) return common
    const start = Math.max(a.start, b.start)
    const end = Math.min(a.end, b.end)
    if (start < end) common.push({ start, end })
    if (a.end < b.end) i++
    else j++
  }
}
