'use client'
import type { MeetingType } from '@meetings/contract'
import { describeHosts } from '../describe-hosts.ts'
import { useFlow } from '../flow/FlowContext.tsx'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { StepHeading } from '../StepHeading.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'

export interface MeetingTypesProps {
  types: readonly MeetingType[]
  takesFocus: boolean
}

/** What can be booked, one button each. */
export function MeetingTypes({ types, takesFocus }: MeetingTypesProps) {
  const { flow, dispatch } = useFlow()
  const words = useSchedulingWords()
  const viewer = useViewer(flow.timeZone)
  return (
    <div data-meetings-part="type-step">
      <StepHeading takesFocus={takesFocus}>{words.chooseType}</StepHeading>
      <div role="list" data-meetings-part="meeting-types">
        {types.map((meetingType) => (
          <div role="listitem" key={meetingType.id}>
            <button
              type="button"
              data-meetings-part="meeting-type"
              onClick={() => dispatch({ type: 'type-chosen', meetingType })}
            >
              <span data-meetings-part="meeting-type-name">{meetingType.name}</span>
              <span data-meetings-part="meeting-type-facts">
                {viewer.duration(meetingType.durationMinutes)}
                {meetingType.hosts.length > 0 && ' · '}
                {describeHosts(meetingType, words, viewer.locale)}
              </span>
              {meetingType.description && (
                <bdi data-meetings-part="meeting-type-description">{meetingType.description}</bdi>
              )}
              <SchedulingIcon name="forward" />
            </button>
          </div>
        ))}
      </div>
    </div>
  )
}
