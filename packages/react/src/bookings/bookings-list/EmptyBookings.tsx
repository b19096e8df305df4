import { enBookings } from '../../i18n/en/bookings.ts'
import { enBookingsStates } from '../../i18n/en/bookings-states.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Button } from '../../theme/button/Button.tsx'
import { Icon } from '../../theme/icon/Icon.tsx'
import type { BookingsOfScopeProps } from './BookingsOfScope.tsx'

export type EmptyBookingsProps = Pick<
  BookingsOfScopeProps,
  'scope' | 'emptyAction' | 'onBook' | 'onShowUpcoming' | 'components'
>

const WORDS = { ...enBookings, ...enBookingsStates }

/** Nothing to show: one line, one picture, and one thing to do. */
export function EmptyBookings(props: EmptyBookingsProps) {
  const { scope, emptyAction, onBook, onShowUpcoming, components } = props
  const words = useMessages('bookings', WORDS)
  const isElsewhere = scope === 'past' || scope === 'cancelled'
  const [label, onPress] = isElsewhere ? [words.showUpcoming, onShowUpcoming] : [words.bookMeeting, onBook]
  const forward =
    (isElsewhere ? null : emptyAction) ??
    (onPress && (
      <Button look={isElsewhere ? 'secondary' : 'primary'} onClick={onPress}>
        {label}
      </Button>
    ))
  if (components?.Empty) return <components.Empty scope={scope}>{forward}</components.Empty>
  const lines = {
    upcoming: words.emptyUpcoming,
    past: words.emptyPast,
    cancelled: words.emptyCancelled,
    all: words.emptyAll,
  }
  return (
    <div data-meetings-part="empty">
      <span data-meetings-part="empty-picture" aria-hidden="true">
        <Icon name="calendar" size={28} />
      </span>
      <div data-meetings-part="empty-line">{lines[scope]}</div>
      {forward}
    </div>
  )
}
