'use client'
import { enSchedulingOpening } from '../i18n/en/scheduling-opening.ts'
import { useMessages } from '../i18n/I18nContext.tsx'
import { Button } from '../theme/button/Button.tsx'
import { MeetingsRoot } from '../theme/root/MeetingsRoot.tsx'
import { Spinner } from '../theme/spinner/Spinner.tsx'
import type { LoadedScheduling } from './useScheduling.ts'

export interface SchedulingOpeningProps {
  loaded: LoadedScheduling
  /** In front of the page, with a way out. */
  onClose?: () => void
}

/** Stands in while the screens of booking load, or could not. */
export function SchedulingOpening({ loaded, onClose }: SchedulingOpeningProps) {
  const words = useMessages('scheduling', enSchedulingOpening)
  const hasFailed = loaded.status === 'failed'
  return (
    <MeetingsRoot data-meetings-part="scheduling-opening" data-place={onClose ? 'modal' : 'page'}>
      <div role="status">
        {hasFailed ? words.openingFailed : words.opening}
        {!hasFailed && <Spinner />}
      </div>
      {hasFailed && (
        <Button look="primary" onClick={loaded.tryAgain}>
          {words.tryAgain}
        </Button>
      )}
      {onClose && <Button onClick={onClose}>{words.close}</Button>}
    </MeetingsRoot>
  )
}
