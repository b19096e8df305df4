'use client'
import { useInsertionEffect, useMemo, useRef } from 'react'
import type { BookingActions } from './booking-actions.ts'

/**
 * The host's functions behind ones that keep their identity, so that a host that writes them inline does
 * not render every card again. Which of them there are may change; that is seen.
 */
export function useStableActions(given: BookingActions): BookingActions {
  const latest = useRef(given)
  useInsertionEffect(() => {
    latest.current = given
  })
  const [hasReschedule, hasLink, hasZone] = [!!given.onReschedule, !!given.linkTo, !!given.hostTimeZone]
  return useMemo(
    () => ({
      onReschedule: hasReschedule ? (booking) => latest.current.onReschedule?.(booking) : undefined,
      linkTo: hasLink ? (booking) => latest.current.linkTo?.(booking) ?? '' : undefined,
      hostTimeZone: hasZone ? (booking) => latest.current.hostTimeZone?.(booking) ?? null : undefined,
      onCancelled: (booking) => latest.current.onCancelled?.(booking),
    }),
    [hasReschedule, hasLink, hasZone],
  )
}
