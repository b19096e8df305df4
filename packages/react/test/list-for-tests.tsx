import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Fragment, StrictMode } from 'react'
import { loadListScreen } from '../src/bookings/bookings-list/load-list-screen.ts'
import { MyBookingsList, type MyBookingsListProps } from '../src/bookings/bookings-list/MyBookingsList.tsx'
import type { CallController } from '../src/session/call-controller.ts'
import { createTestRuntime, type TestRuntime } from '../src/testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../src/testing/MeetingsTestProvider.tsx'
import { createStaticCalls } from '../src/testing/static-calls.ts'
import { createTestClock } from '../src/testing/test-clock.ts'
import { STORY_TIME, sampleWeek } from './stories/sample-week.ts'

// Once for all tests of a file: what loads later is here, as it is for everybody but the first visitor.
await loadListScreen()

export interface ListSetup extends MyBookingsListProps {
  bookings?: ReturnType<typeof sampleWeek>
  /** The answer of every launch. */
  launch?: CallController['launch']
  /** Off to count requests: StrictMode mounts twice and so asks twice. */
  isStrict?: boolean
  /** The last touch before anything is rendered. */
  prepare?: (runtime: TestRuntime) => void
}

/** The list on a page of its own, over fakes, in StrictMode, at 13:55 UTC on 22 October 2025. */
export function renderList(setup: ListSetup = {}) {
  const { bookings = sampleWeek(), launch, prepare, isStrict = true, ...props } = setup
  const Mode = isStrict ? StrictMode : Fragment
  const calls = createStaticCalls()
  if (launch) calls.launch = launch
  const runtime = createTestRuntime({ bookings, calls, clock: createTestClock(STORY_TIME) })
  prepare?.(runtime)
  const view = render(
    <Mode>
      <MeetingsTestProvider runtime={runtime}>
        <MyBookingsList {...props} />
      </MeetingsTestProvider>
    </Mode>,
  )
  return {
    ...runtime,
    ...view,
    calls,
    user: userEvent.setup(),
    /** Lets time pass, with everything that falls due and what it asks for. */
    pass: (minutes: number) =>
      act(async () => {
        runtime.clock.advance(minutes * 60_000)
      }),
    cards: () => screen.findAllByRole('article'),
    asked: () => runtime.client.calls.filter(({ route }) => route === 'listBookings').length,
  }
}
