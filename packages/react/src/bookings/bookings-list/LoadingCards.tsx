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
        <Skeleton width="6em" />
      </div>
      {CARDS.map((card) => (
        <div key={card} data-meetings-part="booking-card" data-state="loading" aria-hidden="true">
          <div data-meetings-part="booking-time">
            <Skeleton width="76px" height="25px" />
          </div>
          <div data-meetings-part="booking-text">
            <Skeleton width="11em" height="25px" />
            <Skeleton width="9em" height="21px" />
            <Skeleton width="14em" height="21px" />
            <div data-meetings-part="booking-standing">
              <Skeleton width="6em" height="24px" />
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
