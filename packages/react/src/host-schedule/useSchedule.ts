'use client'
import type { FieldProblem, HostSchedule } from '@meetings/contract'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import { fieldProblems } from '../client/read-scheduling.ts'
import type { MeetingRuntime } from '../provider/meeting-runtime.ts'
import { useRuntime } from '../provider/runtime-context.ts'
import { SCHEDULE_KEY, scheduleProblem } from '../scheduling/queries/availability-query.ts'
import { ScheduleQueryError } from '../scheduling/queries/schedule-query-error.ts'

export interface ScheduleResult {
  /** `failed`: there is nothing to show. */
  status: 'loading' | 'ready' | 'failed'
  /** As the server has it; `null` while the viewer has never saved one: nobody can book them then. */
  schedule: HostSchedule | null
  isSaving: boolean
  /** Why the last save, or else the last request, failed; `null` after a success. */
  problem: MeetingsProblem | null
  /**
   * What the server did not accept of the last save. `path` is the place in what was sent, in the words of
   * the wire: `time_zone`, `weekly.0.to`, `overrides.1.intervals.0.from`, `time_off.0.to`.
   */
  fields: readonly FieldProblem[]
  /** Replaces the viewer's hours. Never rejects: `fields` is empty and `saved` true when it worked. */
  save(schedule: HostSchedule): Promise<ScheduleSaved>
  /** Loads again what could not be loaded. */
  retry(): void
}

/** What became of a save. */
export interface ScheduleSaved {
  saved: boolean
  fields: readonly FieldProblem[]
}

/** Saves of one page happen one after the other: the last one counts. */
const IN_TURN = { id: 'meetings-schedule' }
const NO_FIELDS: readonly FieldProblem[] = []

/**
 * The viewer's own opening hours as a host, without any interface. Bookings that exist stay as they are;
 * free times that are shown in this app are asked for again after a save.
 *
 * @example
 * const { schedule, save } = useSchedule()
 * await save({ ...schedule, timeOff: [{ from: '2026-12-24', to: '2026-12-31' }] })
 */
export function useSchedule({ enabled = true }: { enabled?: boolean } = {}): ScheduleResult {
  const runtime = useRuntime('useSchedule')
  const { queryClient } = runtime
  const options = useMemo(() => mySchedule(runtime), [runtime])
  const query = useQuery({ ...options, enabled }, queryClient)
  const { mutateAsync, isPending, error: saveError } = useMutation(saving(runtime), queryClient)
  const { refetch } = query
  const problem = scheduleProblem(saveError ?? query.error)

  return {
    status: query.data ? 'ready' : query.error ? 'failed' : 'loading',
    schedule: query.data?.schedule ?? null,
    isSaving: isPending,
    problem,
    fields: useMemo(() => fieldsOf(saveError), [saveError]),
    save: useCallback(
      (schedule) =>
        mutateAsync(schedule).then(
          () => ({ saved: true, fields: NO_FIELDS }),
          (error: Error) => ({ saved: false, fields: fieldsOf(error) }),
        ),
      [mutateAsync],
    ),
    retry: useCallback(() => void refetch(), [refetch]),
  }
}

function mySchedule({ scheduling }: Pick<MeetingRuntime, 'scheduling'>) {
  return queryOptions({
    queryKey: [...SCHEDULE_KEY, 'mine'] as const,
    async queryFn({ signal }) {
      const answer = await (await scheduling()).mySchedule({ signal })
      if (!answer.ok) throw new ScheduleQueryError(answer.problem)
      return answer.value
    },
    retry: (failures, error) => failures < 1 && scheduleProblem(error)?.retryable === true,
    retryDelay: 500,
  })
}

function saving({ scheduling, queryClient }: Pick<MeetingRuntime, 'scheduling' | 'queryClient'>) {
  return {
    scope: IN_TURN,
    // A save that waits for the network unseen would look like one that hangs.
    networkMode: 'always' as const,
    async mutationFn(schedule: HostSchedule) {
      const answer = await (await scheduling()).saveSchedule(schedule)
      if (!answer.ok) throw new ScheduleQueryError(answer.problem)
      queryClient.setQueryData(mySchedule({ scheduling }).queryKey, answer.value)
      await queryClient.invalidateQueries({ queryKey: [...SCHEDULE_KEY, 'availability'] })
    },
  }
}

function fieldsOf(error: Error | null): readonly FieldProblem[] {
  const problem = scheduleProblem(error)
  return problem ? fieldProblems(problem) : NO_FIELDS
}
