'use client'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useLocaleSettings, useMessages } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { bookingsQueryOptions, DEFAULT_PAGE_SIZE } from '../queries/bookings-query.ts'
import type { BookingsOfScopeProps } from './BookingsOfScope.tsx'
import { LoadingCards } from './LoadingCards.tsx'
import {
  importListScreen,
  listScreenState,
  loadListScreen,
  subscribeToListScreen,
} from './load-list-screen.ts'

const IDLE = listScreenState()
const StreamedScreen = lazy(importListScreen)

/** The list as soon as its code is here, and its shape until then. Code and bookings are asked for together. */
export function ListScreen(props: BookingsOfScopeProps) {
  const { now, locale, timeZone } = useLocaleSettings()
  // Only then can a server write what the browser will read. It waits for the code, and the browser takes
  // its cards over when the code is there too. Without a server Suspense would only show them later.
  return now !== undefined && locale !== undefined && timeZone !== undefined ? (
    <Suspense fallback={<LoadingCards />}>
      <StreamedScreen {...props} />
    </Suspense>
  ) : (
    <LoadedScreen {...props} />
  )
}

function LoadedScreen(props: BookingsOfScopeProps) {
  const { scope, pageSize = DEFAULT_PAGE_SIZE } = props
  const runtime = useRuntime('MyBookingsList')
  const words = useMessages('bookings', enBookings)
  const { status, Screen } = useSyncExternalStore(subscribeToListScreen, listScreenState, () => IDLE)

  useEffect(() => {
    if (Screen) return
    void loadListScreen()
    void runtime.queryClient.prefetchInfiniteQuery(bookingsQueryOptions(runtime, { scope, pageSize }))
  }, [Screen, runtime, scope, pageSize])

  if (Screen) return <Screen {...props} />
  if (status !== 'failed') return <LoadingCards />
  return (
    <div data-meetings-part="error-panel" data-size="block" role="alert">
      <div data-meetings-part="error-content">
        {words.failed}
        <Button onClick={() => void loadListScreen()}>{words.retry}</Button>
      </div>
    </div>
  )
}
