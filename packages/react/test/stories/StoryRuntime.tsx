import type { Booking } from '@meetings/contract'
import { type ReactNode, useState } from 'react'
import type { CallController } from '../../src/session/call-controller.ts'
import type { CallSession } from '../../src/session/call-session.ts'
import { createTestRuntime, type TestRuntime } from '../../src/testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../src/testing/MeetingsTestProvider.tsx'
import { createStaticCalls } from '../../src/testing/static-calls.ts'
import { createTestClock } from '../../src/testing/test-clock.ts'
import { STORY_TIME } from './sample-week.ts'
import { wordsOf } from './words-of.ts'

export interface StoryRuntimeProps {
  bookings?: readonly Booking[]
  session?: CallSession
  /** The answer of every launch. */
  launch?: CallController['launch']
  /** The last touch before anything is rendered: hold an answer, let one fail. */
  prepare?: (runtime: TestRuntime) => void
  locale: string
  children: ReactNode
}

/** A runtime over fakes whose clock stands still, in the language of the toolbar. */
export function StoryRuntime({
  bookings = [],
  session,
  launch,
  prepare,
  locale,
  children,
}: StoryRuntimeProps) {
  const [runtime] = useState(() => {
    const calls = createStaticCalls(session ? { session } : {})
    const made = createTestRuntime({
      bookings,
      clock: createTestClock(STORY_TIME),
      calls: launch ? { ...calls, launch } : calls,
    })
    prepare?.(made)
    return made
  })
  return (
    <MeetingsTestProvider runtime={runtime} locale={locale} {...wordsOf(locale)}>
      {children}
    </MeetingsTestProvider>
  )
}
