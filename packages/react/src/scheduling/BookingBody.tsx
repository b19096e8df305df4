'use client'
import { useEffect, useRef } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useLocaleSettings } from '../i18n/I18nContext.tsx'
import { MeetingsRoot } from '../theme/root/MeetingsRoot.tsx'
import { BookingSteps } from './flow/BookingSteps.tsx'
import { FlowContext } from './flow/FlowContext.tsx'
import { useBookingFlow } from './flow/useBookingFlow.ts'
import type { BookingServices } from './load-scheduling.ts'
import type { MeetingsBookingProps } from './MeetingsBooking.tsx'
import { useSchedulingWords } from './useSchedulingWords.ts'

/** `<MeetingsBooking>` once it has loaded. */
export function BookingBody({ client, page, ...props }: MeetingsBookingProps & BookingServices) {
  const { reschedule = null, customer, meetingTypeId, onBooked, className } = props
  const access = useBookingFlow({ client, page, moving: reschedule, customer })
  const { flow, dispatch } = access
  const words = useSchedulingWords()
  useBookedNews(flow.at.step === 'done' ? flow.at.booking : null, onBooked)

  const movingId = reschedule?.id
  const wasMovingId = useRef(movingId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another booking counts, not another object of the same.
  useEffect(() => {
    if (wasMovingId.current === movingId) return
    wasMovingId.current = movingId
    dispatch({ type: 'restarted', moving: reschedule })
  }, [movingId, dispatch])

  return (
    <I18nProvider {...useAriaLocale()}>
      <FlowContext.Provider value={access}>
        <MeetingsRoot
          data-meetings-part="booking"
          data-step={flow.at.step}
          role="region"
          aria-label={flow.moving ? words.moveMeeting : words.bookNewMeeting}
          className={className}
        >
          <BookingSteps meetingTypeId={meetingTypeId} />
        </MeetingsRoot>
      </FlowContext.Provider>
    </I18nProvider>
  )
}

/** React Aria takes the browser's locale when none is given, and wants none then. */
export function useAriaLocale(): { locale?: string } {
  const { locale } = useLocaleSettings()
  return locale === undefined ? {} : { locale }
}

/** Tells the host once about each booking. */
export function useBookedNews<Booked extends object>(
  booking: Booked | null,
  onBooked: ((booking: Booked) => void) | undefined,
): void {
  const latest = useRef(onBooked)
  const told = useRef<Booked | null>(null)
  useEffect(() => {
    latest.current = onBooked
  })
  useEffect(() => {
    if (!booking || told.current === booking) return
    told.current = booking
    latest.current?.(booking)
  }, [booking])
}
