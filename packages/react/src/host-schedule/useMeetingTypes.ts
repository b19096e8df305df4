'use client'
import type { MeetingType } from '@meetings/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import { useRuntime } from '../provider/runtime-context.ts'
import { meetingTypesQuery, scheduleProblem } from '../scheduling/queries/availability-query.ts'

export interface MeetingTypesResult {
  /** `failed`: there is nothing to show. */
  status: 'loading' | 'ready' | 'failed'
  /** In the server's order. */
  meetingTypes: readonly MeetingType[]
  problem: MeetingsProblem | null
  retry(): void
}

const NOTHING: readonly MeetingType[] = []

/**
 * What the viewer can book, and with whom, without any interface: for buttons of your own that open
 * `<MeetingsBooking meetingTypeId={...}>`, or to find out whether somebody is a host.
 *
 * @param options `enabled: false` waits, for example until somebody is signed in.
 *
 * @example
 * const { meetingTypes } = useMeetingTypes()
 * const isHost = meetingTypes.some(({ hosts }) => hosts.some(({ id }) => id === user.id))
 */
export function useMeetingTypes({ enabled = true }: { enabled?: boolean } = {}): MeetingTypesResult {
  const { scheduling, clock, queryClient } = useRuntime('useMeetingTypes')
  const options = useMemo(() => {
    const listMeetingTypes = async (...asked: [{ signal?: AbortSignal }?]) =>
      (await scheduling()).listMeetingTypes(...asked)
    return queryOptions(meetingTypesQuery({ client: { listMeetingTypes }, clock }))
  }, [scheduling, clock])
  const { data, error, refetch } = useQuery({ ...options, enabled }, queryClient)
  return {
    status: data ? 'ready' : error ? 'failed' : 'loading',
    meetingTypes: data ?? NOTHING,
    problem: scheduleProblem(error),
    retry: useCallback(() => void refetch(), [refetch]),
  }
}
