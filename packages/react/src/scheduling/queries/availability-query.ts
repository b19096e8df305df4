import type { Availability, AvailabilityQuery } from '@meetings/contract'
import { queryOptions } from '@tanstack/react-query'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import type { SchedulingClient } from '../../client/scheduling-client.ts'
import type { MeetingClock } from '../../clock/meeting-clock.ts'
import { ScheduleQueryError } from './schedule-query-error.ts'

/** What availability and meeting types are cached under. */
export const SCHEDULE_KEY = ['meetings', 'schedule'] as const

/** Free times go quickly: what is older than this is asked for again when it is looked at. */
const FRESH_FOR_MS = 30_000

interface Source {
  client: SchedulingClient
  clock: MeetingClock
}

interface TypesSource {
  client: Pick<SchedulingClient, 'listMeetingTypes'>
  clock: MeetingClock
}

export function availabilityQuery({ client, clock }: Source, query: AvailabilityQuery) {
  return queryOptions({
    queryKey: [...SCHEDULE_KEY, 'availability', query] as const,
    async queryFn({ signal }): Promise<Availability> {
      const askedAt = clock.now()
      const answer = await client.availability(query, { signal })
      if (!answer.ok) throw new ScheduleQueryError(answer.problem)
      clock.sync(answer.value.serverTime, askedAt)
      return answer.value
    },
    staleTime: FRESH_FOR_MS,
    retry: retryOnce,
    retryDelay: 500,
  })
}

export function meetingTypesQuery({ client, clock }: TypesSource) {
  return queryOptions({
    queryKey: [...SCHEDULE_KEY, 'types'] as const,
    async queryFn({ signal }) {
      const askedAt = clock.now()
      const answer = await client.listMeetingTypes({ signal })
      if (!answer.ok) throw new ScheduleQueryError(answer.problem)
      clock.sync(answer.value.serverTime, askedAt)
      return answer.value.meetingTypes
    },
    staleTime: 5 * 60_000,
    retry: retryOnce,
    retryDelay: 500,
  })
}

/** The problem behind a failed query. */
export function scheduleProblem(error: Error | null): MeetingsProblem | null {
  if (!error) return null
  return 'problem' in error
    ? (error.problem as MeetingsProblem)
    : { code: 'UNEXPECTED_ANSWER', retryable: true }
}

function retryOnce(failures: number, error: Error): boolean {
  return failures < 1 && scheduleProblem(error)?.retryable === true
}
