'use client'
import type { MeetingType } from '@meetings/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { Skeleton } from '../../theme/skeleton/Skeleton.tsx'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { Confirmation } from '../done-step/Confirmation.tsx'
import { FormStep } from '../form-step/FormStep.tsx'
import { meetingTypesQuery, scheduleProblem } from '../queries/availability-query.ts'
import { TimeStep } from '../time-step/TimeStep.tsx'
import { MeetingTypes } from '../type-step/MeetingTypes.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useFlow } from './FlowContext.tsx'

export interface BookingStepsProps {
  /** Skips the choice of what to book. */
  meetingTypeId?: string | undefined
  onShowMeetings?: (() => void) | undefined
}

/** The step that is due. */
export function BookingSteps({ meetingTypeId, onShowMeetings }: BookingStepsProps) {
  const { flow, dispatch, client } = useFlow()
  const { clock, queryClient } = useRuntime('MeetingsBooking')
  const words = useSchedulingWords()
  const types = useQuery(meetingTypesQuery({ client, clock }), queryClient)
  const { at, moving } = flow
  const only = types.data && onlyType(types.data, moving ? (moving.meetingTypeId ?? '') : meetingTypeId)

  useEffect(() => {
    if (at.step === 'type' && only) dispatch({ type: 'type-chosen', meetingType: only })
  }, [at.step, only, dispatch])

  // The first thing that is shown leaves the focus where it is; what follows takes it.
  const wasShown = useRef(false)
  useEffect(() => {
    if (at.step !== 'type' || (types.data && !only)) wasShown.current = true
  }, [at.step, types.data, only])
  const takesFocus = wasShown.current

  switch (at.step) {
    case 'time':
      return <TimeStep meetingType={at.meetingType} takesFocus={takesFocus} canGoBack={!only} />
    case 'form':
      return <FormStep meetingType={at.meetingType} slot={at.slot} />
    case 'done':
      return (
        <Confirmation booking={at.booking} meetingType={at.meetingType} onShowMeetings={onShowMeetings} />
      )
    case 'type': {
      const problem = scheduleProblem(types.error)
      if (problem && !types.data) {
        return (
          <ErrorPanel problem={problem} onRetry={() => void types.refetch()} isRetrying={types.isFetching} />
        )
      }
      if (!types.data || only) return <LoadingTypes label={words.loadingTypes} />
      if (moving) return <div data-meetings-part="booking-note">{words.cannotMove}</div>
      if (types.data.length === 0) return <div data-meetings-part="booking-note">{words.noTypes}</div>
      return <MeetingTypes types={types.data} takesFocus={takesFocus} />
    }
  }
}

/** The one type there is no choice about. */
function onlyType(types: readonly MeetingType[], wanted: string | undefined): MeetingType | undefined {
  if (wanted !== undefined) return types.find(({ id }) => id === wanted)
  return types.length === 1 ? types[0] : undefined
}

function LoadingTypes({ label }: { label: string }) {
  return (
    <div data-meetings-part="type-step">
      <VisuallyHidden as="p">
        <span role="status">{label}</span>
      </VisuallyHidden>
      <Skeleton width="14em" textSize={1.25} />
      <Skeleton width="100%" height="76px" />
      <Skeleton width="100%" height="76px" />
    </div>
  )
}
