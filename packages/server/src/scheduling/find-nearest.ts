import type { Slot } from '@meetings/contract'
import type { OpeningsRequest, ScheduleStore } from '../ports/schedule-store.ts'
import { nearestSlots, spanAround } from './slot-search.ts'

/** The free slots nearest to a start that is gone, by the same decision that refused it. */
export async function findNearest(
  schedule: ScheduleStore,
  request: Omit<OpeningsRequest, 'from' | 'to'>,
  start: number,
): Promise<Slot[]> {
  const span = spanAround(start, request.at)
  try {
    const openings = await schedule.findOpenings({ ...request, ...span })
    return openings === null ? [] : nearestSlots(openings, start, span, request.at)
  } catch {
    // That the slot is taken is known: what else is free can be asked for again.
    return []
  }
}
