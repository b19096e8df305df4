import type { Booking } from '@meetings/contract'
import { enBookings } from '../../i18n/en/bookings.ts'
import { enBookingsStates } from '../../i18n/en/bookings-states.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Button } from '../../theme/button/Button.tsx'
import { Icon } from '../../theme/icon/Icon.tsx'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { CancelledNote } from '../cancel-dialog/CancelledNote.tsx'
import type { BookingsResult } from '../queries/useBookings.ts'

export interface ListNoteProps {
  list: BookingsResult
  /** What was cancelled here, to say so. */
  cancelled: Booking | null
  onRetry(): void
}

const WORDS = { ...enBookings, ...enBookingsStates }

/** One quiet line about the list itself: offline, out of date, what was cancelled, or being updated. */
export function ListNote({ list, cancelled, onRetry }: ListNoteProps) {
  const words = useMessages('bookings', WORDS)
  if (list.isOffline) {
    return (
      <div data-meetings-part="list-note" data-state="offline" role="status">
        <Icon name="offline" />
        {words.offline}
      </div>
    )
  }
  if (list.status === 'ready' && list.problem) {
    return (
      <div data-meetings-part="list-note" data-state="outdated" role="status">
        <span>{words.updateFailed}</span>
        <Button look="plain" isBusy={list.isRetrying} onClick={onRetry}>
          {words.retry}
        </Button>
      </div>
    )
  }
  if (cancelled) return <CancelledNote booking={cancelled} />
  if (!list.isUpdating) return null
  // Not announced: it happens by itself and changes nothing most of the time.
  return (
    <div data-meetings-part="list-note" data-state="updating">
      <Spinner />
      {words.updating}
    </div>
  )
}
