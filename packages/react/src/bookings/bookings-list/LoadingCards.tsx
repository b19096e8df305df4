import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Skeleton } from '../../theme/skeleton/Skeleton.tsx'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'

const CARDS = ['first', 'second', 'third']

/** Three cards without words, in the shape and size of those to come: nothing jumps when they do. */
export function LoadingCards() {
  const words = useMessages('bookings', enBookings)
  return (
    <div data-meetings-part="loading-cards" aria-busy="true">
      <VisuallyHidden role="status">{words.loading}</VisuallyHidden>
      <div data-meetings-part="day-heading" aria-hidden="true">
        <Skeleton width="5em" />
      </div>
      {CARDS.map((card) => (
        <div key={card} data-meetings-part="booking-card" data-state="loading" aria-hidden="true">
          <div data-meetings-part="booking-time">
            <Skeleton width="4.5em" textSize={1.45} />
          </div>
          <div data-meetings-part="booking-text">
            <Skeleton width="11em" textSize={1.15} />
            <Skeleton width="8em" />
            <Skeleton width="13em" />
            <div data-meetings-part="booking-standing">
              <Skeleton width="6.5em" height="22px" isRound />
              <Skeleton width="8em" />
            </div>
          </div>
          <div data-meetings-part="join-action">
            <Skeleton width="100%" height="var(--meetings-target)" />
          </div>
        </div>
      ))}
    </div>
  )
}
