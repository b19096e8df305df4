'use client'
import type { Booking } from '@meetings/contract'
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
  const [hasReschedule, hasLink] = [!!given.onReschedule, !!given.linkTo]
  const { hostTimeZone } = given
  // A name is what it is; of functions only whether there is one counts.
  const zone = typeof hostTimeZone === 'function' ? true : hostTimeZone
  return useMemo(
    () => ({
      onReschedule: hasReschedule ? (booking) => latest.current.onReschedule?.(booking) : undefined,
      linkTo: hasLink ? (booking) => latest.current.linkTo?.(booking) ?? '' : undefined,
      hostTimeZone: zone === true ? (booking) => zoneFrom(latest.current, booking) : zone,
      onCancelled: (booking) => latest.current.onCancelled?.(booking),
    }),
    [hasReschedule, hasLink, zone],
  )
}

function zoneFrom({ hostTimeZone }: BookingActions, booking: Booking): string | null {
  return typeof hostTimeZone === 'function' ? hostTimeZone(booking) : (hostTimeZone ?? null)
}
