import { type Booking, MINUTE_MS } from '@meetings/contract'
import { useFormats } from '../../i18n/useFormats.ts'

/** The block a card begins with: the start large, how long it takes small. */
export function BookingTime({ booking }: { booking: Booking }) {
  const { time, shortDuration } = useFormats()
  const minutes = Math.round((Date.parse(booking.endTime) - Date.parse(booking.startTime)) / MINUTE_MS)
  return (
    <div data-meetings-part="booking-time">
      <time data-meetings-part="booking-start" dateTime={booking.startTime}>
        {time(booking.startTime)}
      </time>
      <span data-meetings-part="booking-duration">{shortDuration(minutes)}</span>
    </div>
  )
}
