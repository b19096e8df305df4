'use client'
import { type ReactNode, useState } from 'react'
import { I18nProvider } from '../i18n/I18nContext.tsx'
import type { MessageOverrides } from '../i18n/messages.ts'
import { RuntimeContext } from '../provider/runtime-context.ts'
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from './create-test-runtime.ts'

export interface MeetingsTestProviderProps extends TestRuntimeOptions {
  /** A runtime made before, to hold on to its fakes; else one is made of the other props, once. */
  runtime?: TestRuntime
  /** Defaults to `en-US`, so that a test reads the same everywhere. */
  locale?: string
  /** Defaults to `UTC`, for the same reason. */
  timeZone?: string
  /** When the server wrote the page, for tests of server rendering. */
  now?: string
  messages?: MessageOverrides
  children: ReactNode
}

/**
 * Stands in for `<MeetingProvider>` in tests and stories: no server, no camera, no network.
 *
 * @example
 * const runtime = createTestRuntime({ bookings: [sampleBooking(clock.now())], clock })
 * render(<MeetingsTestProvider runtime={runtime}><MyPage /></MeetingsTestProvider>)
 */
export function MeetingsTestProvider(props: MeetingsTestProviderProps) {
  const { runtime, locale = 'en-US', timeZone = 'UTC', now, messages, children, ...options } = props
  const [own] = useState(() => runtime ?? createTestRuntime(options))
  return (
    <RuntimeContext.Provider value={runtime ?? own}>
      <I18nProvider locale={locale} timeZone={timeZone} now={now} messages={messages}>
        {children}
      </I18nProvider>
    </RuntimeContext.Provider>
  )
}
