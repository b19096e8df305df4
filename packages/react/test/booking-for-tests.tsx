import type { Booking, MeetingType } from '@meetings/contract'
import type { ReactNode } from 'react'
import type { MessageOverrides } from '../src/i18n/messages.ts'
import { createTestRuntime, type TestRuntime } from '../src/testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../src/testing/MeetingsTestProvider.tsx'
import { createTestClock } from '../src/testing/test-clock.ts'

export interface BookingSetup {
  bookings?: readonly Booking[]
  meetingTypes?: readonly MeetingType[]
  locale?: string
  timeZone?: string
  messages?: MessageOverrides
  /** ISO 8601; Monday, 23 November 2026, nine o'clock UTC by default. */
  now?: string
  /** The last touch before anything is rendered. */
  prepare?: (runtime: TestRuntime) => void
}

/** What booking needs around it, over fakes. */
export function bookingSetup({ now, prepare, locale, timeZone, messages, ...options }: BookingSetup = {}) {
  const runtime = createTestRuntime({ clock: createTestClock(now), ...options })
  prepare?.(runtime)
  const wrap = (children: ReactNode) => (
    <MeetingsTestProvider
      runtime={runtime}
      {...(locale && { locale })}
      {...(timeZone && { timeZone })}
      {...(messages && { messages })}
    >
      {children}
    </MeetingsTestProvider>
  )
  return { ...runtime, wrap }
}
