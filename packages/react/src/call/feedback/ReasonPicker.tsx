'use client'
import { useState } from 'react'
import type { FeedbackReason } from '../../provider/call-feedback.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useAroundWords } from '../notices/useAroundWords.ts'

const REASONS = ['sound', 'picture', 'delay', 'cut', 'other'] as const satisfies readonly FeedbackReason[]

/** What was bad, as much of it as one likes, or nothing. */
export function ReasonPicker({ onSend }: { onSend(reasons: readonly FeedbackReason[]): void }) {
  const words = useAroundWords()
  const [chosen, setChosen] = useState<readonly FeedbackReason[]>([])
  const labels: Record<FeedbackReason, string> = {
    sound: words.feedbackSound,
    picture: words.feedbackPicture,
    delay: words.feedbackDelay,
    cut: words.feedbackCut,
    other: words.feedbackOther,
  }
  return (
    <fieldset data-meetings-part="feedback-reasons">
      <legend>{words.feedbackWhat}</legend>
      {REASONS.map((reason) => (
        <label key={reason} data-meetings-part="feedback-reason">
          <input
            type="checkbox"
            checked={chosen.includes(reason)}
            onChange={({ currentTarget }) =>
              setChosen(
                REASONS.filter((one) => (one === reason ? currentTarget.checked : chosen.includes(one))),
              )
            }
          />
          {labels[reason]}
        </label>
      ))}
      <Button look="primary" onClick={() => onSend(chosen)}>
        {words.feedbackSend}
      </Button>
    </fieldset>
  )
}
