'use client'
import type { MeetingType, Slot } from '@meetings/contract'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { fieldProblems } from '../../client/read-scheduling.ts'
import { Button } from '../../theme/button/Button.tsx'
import type { BookingFormDraft } from '../flow/booking-form-draft.ts'
import { useFlow } from '../flow/FlowContext.tsx'
import { useHold } from '../hold/useHold.ts'
import { StepHeading } from '../StepHeading.tsx'
import { useSend } from '../send/useSend.ts'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'
import { checkForm, type FormFaults, type FormField, fieldOfPath } from './check-form.ts'
import { draftToSend } from './draft-to-send.ts'
import { FormFields } from './FormFields.tsx'
import { HoldNote } from './HoldNote.tsx'
import { SendProblem } from './SendProblem.tsx'
import { TakenNotice } from './TakenNotice.tsx'

export interface BookingFormProps {
  meetingType: MeetingType
  slot: Slot
}

const NO_FAULTS: FormFaults = new Map()

/** Who books and what they want to say. The slot is kept meanwhile; nothing that was typed is ever lost. */
export function BookingForm({ meetingType, slot }: BookingFormProps) {
  const { flow, dispatch, keeper, booker } = useFlow()
  const { draft, timeZone } = flow
  const words = useSchedulingWords()
  const viewer = useViewer(timeZone)
  const hold = useHold(keeper, meetingType.id, slot.start)
  const form = useRef<HTMLFormElement>(null)
  const { sending, send } = useSend((booking) => {
    keeper.forget()
    dispatch({ type: 'booked', booking })
  })
  // Nothing is wrong before somebody says they are done; from then on the words follow what is typed.
  const [wasChecked, setWasChecked] = useState(false)
  const [refused, setRefused] = useState<FormFaults>(NO_FAULTS)
  const faults = wasChecked ? new Map([...refused, ...checkForm(draft, meetingType.questions)]) : NO_FAULTS
  const [toFocus, setToFocus] = useState<{ field: FormField } | null>(null)

  useEffect(() => {
    if (!toFocus) return
    form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(toFocus.field)}"]`)?.focus()
  }, [toFocus])

  const taken =
    sending.status === 'taken' && sending.start === slot.start
      ? sending.nearest
      : hold.status === 'taken'
        ? hold.nearest
        : null

  return (
    <form ref={form} noValidate onSubmit={onSubmit} data-meetings-part="booking-form">
      <StepHeading takesFocus>{words.yourDetails}</StepHeading>
      <HoldNote hold={hold} viewer={viewer} onKeepAgain={keeper.keepAgain} />
      {taken && (
        <TakenNotice
          key={slot.start}
          nearest={taken}
          viewer={viewer}
          onChoose={(next) => dispatch({ type: 'slot-chosen', slot: next })}
          onSeeAll={() => dispatch({ type: 'went-back' })}
        />
      )}
      <FormFields draft={draft} questions={meetingType.questions} faults={faults} onChange={onChange} />
      {sending.status === 'failed' && <SendProblem problem={sending.problem} onRetry={() => void submit()} />}
      <Button type="submit" look="primary" isBusy={sending.status === 'sending'}>
        {sending.status === 'sending' ? words.booking : words.book}
      </Button>
    </form>
  )

  function onChange(changes: Partial<BookingFormDraft>): void {
    keeper.touch()
    dispatch({ type: 'typed', changes })
    setRefused(NO_FAULTS)
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    void submit()
  }

  async function submit(): Promise<void> {
    setWasChecked(true)
    setRefused(NO_FAULTS)
    const [wrong] = checkForm(draft, meetingType.questions).keys()
    if (wrong !== undefined) return setToFocus({ field: wrong })
    const holdId = hold.status === 'kept' ? hold.hold.id : null
    const outcome = await send(slot.start, () =>
      booker.book(draftToSend(meetingType, slot, timeZone, draft, holdId)),
    )
    if (outcome.status !== 'failed') return
    const fields = fieldProblems(outcome.problem).flatMap(({ path }) => fieldOfPath(path) ?? [])
    setRefused(new Map(fields.map((field) => [field, { kind: 'refused' }])))
    if (fields[0] !== undefined) setToFocus({ field: fields[0] })
  }
}
