'use client'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Button } from '../../theme/button/Button.tsx'

export interface BookingSearchProps {
  text: string
  onChange(text: string): void
  /** How many bookings match. */
  found: number
  /** There are bookings that are not loaded yet. */
  isPartial: boolean
}

/** Finds a meeting among many, by any word of it. */
export function BookingSearch({ text, onChange, found, isPartial }: BookingSearchProps) {
  const words = useMessages('bookingActions', enBookingActions)
  const isSearching = text.trim() !== ''
  const nothing = fillMessage(words.searchNothing, { text: text.trim() })
  return (
    <div role="search" data-meetings-part="search">
      <input
        type="search"
        data-meetings-part="search-field"
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div data-meetings-part="search-result" role="status">
        {isSearching && (found === 0 ? nothing : fillMessage(words.searchFound, { count: String(found) }))}
        {isSearching && isPartial && ` ${words.searchIsPartial}`}
      </div>
      {isSearching && found === 0 && <Button onClick={() => onChange('')}>{words.clearSearch}</Button>}
    </div>
  )
}
