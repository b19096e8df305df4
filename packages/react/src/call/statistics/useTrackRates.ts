'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { RoomStatistics } from '../../room/room-client.ts'
import { type TrackRate, trackRates } from './track-rates.ts'

const EVERY_MS = 2_000

export type Rates = ReadonlyMap<string, TrackRate>

/** The rates of all tracks, counted for as long as somebody looks; `null`: not now, `undefined`: not yet. */
export function useTrackRates(): Rates | null | undefined {
  const { calls, clock } = useRuntime('VideoCallModal')
  const [rates, setRates] = useState<Rates | null>()

  useEffect(() => {
    let isCurrent = true
    let cancel = () => {}
    let before: RoomStatistics | null = null

    async function count(): Promise<void> {
      const now = await calls.getStatistics()
      if (!isCurrent) return
      setRates(now && trackRates(before, now))
      before = now
      cancel = clock.after(EVERY_MS, () => void count())
    }
    void count()
    return () => {
      isCurrent = false
      cancel()
    }
  }, [calls, clock])

  return rates
}
