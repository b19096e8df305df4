import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Button } from '../../theme/button/Button.tsx'

export function ShowMore({ isLoading, onPress }: { isLoading: boolean; onPress(): void }) {
  const words = useMessages('bookings', enBookings)
  return (
    <div data-meetings-part="show-more">
      <Button isBusy={isLoading} onClick={onPress}>
        {isLoading ? words.loadingMore : words.showMore}
      </Button>
    </div>
  )
}
