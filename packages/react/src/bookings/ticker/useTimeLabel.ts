'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { Clock } from '../../clock/meeting-clock.ts'
import { useLocaleSettings } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { createTicker, type Ticker, type TimeLabel } from './ticker.ts'

const tickers = new WeakMap<Clock, Ticker>()

/** The ticker of a clock: one for all lists on the page. */
export function tickerOf(clock: Clock): Ticker {
  const known = tickers.get(clock)
  if (known) return known
  const ticker = createTicker(clock)
  tickers.set(clock, ticker)
  return ticker
}

/**
 * What a label says now; renders again only when that changes. The label must keep its identity
 * (`useMemo`) and answer a primitive.
 */
export function useTimeLabel<T extends string | number | boolean | null>(label: TimeLabel<T>): T {
  const { clock } = useRuntime('useTimeLabel')
  const subscribe = useCallback(
    (listener: () => void) => tickerOf(clock).subscribe(label, listener),
    [clock, label],
  )
  const { now } = useLocaleSettings()
  const read = () => label.at(clock.now())
  // While the server's markup is taken over, it is the moment it was written at.
  const readAsServer = () => (now === undefined ? read() : label.at(Date.parse(now)))
  return useSyncExternalStore(subscribe, read, readAsServer)
}
