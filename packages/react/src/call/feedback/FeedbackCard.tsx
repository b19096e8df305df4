'use client'
import ThumbsDown from 'lucide-react/icons/thumbs-down'
import ThumbsUp from 'lucide-react/icons/thumbs-up'
import X from 'lucide-react/icons/x'
import { useEffect, useId, useState } from 'react'
import type { AskedCall, CallFeedback, FeedbackReason } from '../../provider/call-feedback.ts'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { MeetingsRoot } from '../../theme/root/MeetingsRoot.tsx'
import { useAroundWords } from '../notices/useAroundWords.ts'
import { useViewOf } from '../useViewOf.ts'
import { ReasonPicker } from './ReasonPicker.tsx'

const THANKS_FOR_MS = 3_000

/** Asks how the call was, in a corner of the page: it covers nothing, takes no focus and need not be answered. */
export function FeedbackCard() {
  const asked = useViewOf(selectAsked)
  return (
    <MeetingsRoot data-meetings-part="feedback-layer">
      {asked && <Question key={`${asked.bookingId} ${asked.durationMs}`} asked={asked} />}
    </MeetingsRoot>
  )
}

function Question({ asked }: { asked: AskedCall }) {
  const { callView, clock, onFeedback } = useRuntime('ManagedVideoCall')
  const words = useAroundWords()
  const [step, setStep] = useState<'asking' | 'reasons' | 'thanks'>('asking')
  const id = useId()

  useEffect(() => {
    if (step !== 'thanks') return
    return clock.after(THANKS_FOR_MS, () => callView.set({ asksAbout: null }))
  }, [clock, callView, step])

  function send(rating: CallFeedback['rating'], reasons: readonly FeedbackReason[] = []): void {
    setStep('thanks')
    onFeedback?.()?.({ ...asked, rating, reasons })
  }

  return (
    <section aria-labelledby={id} data-meetings-part="feedback" data-state={step}>
      <div data-meetings-part="feedback-head">
        <div id={id} role="heading" aria-level={2} data-meetings-part="feedback-title">
          {words.feedbackTitle}
        </div>
        <button
          type="button"
          aria-label={words.feedbackSkip}
          data-meetings-part="feedback-close"
          onClick={() => callView.set({ asksAbout: null })}
        >
          <X aria-hidden="true" />
        </button>
      </div>
      <div role="status">{step === 'thanks' && words.feedbackThanks}</div>
      {step !== 'thanks' && (
        <div data-meetings-part="feedback-answers">
          <Button onClick={() => send('good')}>
            <ThumbsUp aria-hidden="true" />
            {words.feedbackGood}
          </Button>
          <Button aria-expanded={step === 'reasons'} onClick={() => setStep('reasons')}>
            <ThumbsDown aria-hidden="true" />
            {words.feedbackBad}
          </Button>
        </div>
      )}
      {step === 'reasons' && <ReasonPicker onSend={(reasons) => send('bad', reasons)} />}
    </section>
  )
}

const selectAsked = ({ asksAbout }: CallView) => asksAbout
