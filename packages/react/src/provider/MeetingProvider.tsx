'use client'
import { type ReactNode, useEffect, useInsertionEffect, useRef, useState } from 'react'
import { I18nProvider } from '../i18n/I18nContext.tsx'
import type { MessageOverrides } from '../i18n/messages.ts'
import { createMeetingRuntime } from './create-meeting-runtime.ts'
import type { MeetingSettings } from './meeting-settings.ts'
import { RuntimeContext } from './runtime-context.ts'

export interface MeetingProviderProps extends MeetingSettings {
  /** BCP 47, such as `de-AT`. Default: the browser's own. */
  locale?: string | undefined
  /** IANA name, such as `Europe/Vienna`. Default: the browser's own. */
  timeZone?: string | undefined
  /** For server rendering: the server's time when it wrote the page, ISO 8601, the same in the browser. */
  now?: string | undefined
  /** Words of your own, or a whole language from `@meetings/react/locales/*`. */
  messages?: MessageOverrides | undefined
  children: ReactNode
}

/**
 * Holds the one call of an app. Put it around everything that lists, starts or shows meetings, near the
 * root, so that a call survives every navigation; it renders nothing of its own.
 *
 * @example
 * <MeetingProvider getAccessToken={() => session.accessToken}>
 *   <App />
 *   <ManagedVideoCall />
 * </MeetingProvider>
 */
export function MeetingProvider({
  children,
  locale,
  timeZone,
  now,
  messages,
  ...settings
}: MeetingProviderProps) {
  const latest = useRef<MeetingSettings>(settings)
  useInsertionEffect(() => {
    latest.current = settings
  })
  const [runtime] = useState(() => createMeetingRuntime(() => latest.current))

  const mounts = useRef(0)
  useEffect(() => {
    mounts.current += 1
    return () => {
      mounts.current -= 1
      // An unmount ends the call. StrictMode mounts again in the same breath, and that must not.
      queueMicrotask(() => {
        if (mounts.current === 0) runtime.calls.destroy()
      })
    }
  }, [runtime])

  return (
    <RuntimeContext.Provider value={runtime}>
      <I18nProvider locale={locale} timeZone={timeZone} now={now} messages={messages}>
        {children}
      </I18nProvider>
    </RuntimeContext.Provider>
  )
}
