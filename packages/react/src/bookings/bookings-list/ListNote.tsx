import { enBookings } from '../../i18n/en/bookings.ts'
import { enProblems } from '../../i18n/en/problems.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Button } from '../../theme/button/Button.tsx'
import { Icon } from '../../theme/icon/Icon.tsx'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import type { BookingsResult } from '../queries/useBookings.ts'

/** One quiet line about the list itself: offline, out of date, or being updated. */
export function ListNote({ list, onRetry }: { list: BookingsResult; onRetry(): void }) {
  const words = useMessages('bookings', enBookings)
  const { retry } = useMessages('problems', enProblems)
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
          {retry}
        </Button>
      </div>
    )
  }
  if (!list.isUpdating) return null
  // Not announced: it happens by itself and changes nothing most of the time.
  return (
    <div data-meetings-part="list-note" data-state="updating">
      <Spinner />
      {words.updating}
    </div>
  )
}
