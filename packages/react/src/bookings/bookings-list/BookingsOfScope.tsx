'use client'
import type { Booking, BookingScope } from '@meetings/contract'
import { useDeferredValue, useMemo, useState } from 'react'
import { useFormats } from '../../i18n/useFormats.ts'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { DaySection } from '../day-groups/DaySection.tsx'
import { groupByDay } from '../day-groups/group-by-day.ts'
import { useBookings } from '../queries/useBookings.ts'
import { BookingSearch } from '../search/BookingSearch.tsx'
import { searchBookings } from '../search/search-bookings.ts'
import type { BookingsComponents } from './components.ts'
import { EmptyBookings } from './EmptyBookings.tsx'
import { ListNote } from './ListNote.tsx'
import { LoadingCards } from './LoadingCards.tsx'
import type { MyBookingsListProps } from './MyBookingsList.tsx'
import { ShowMore } from './ShowMore.tsx'
import { useFocusOnNewCards } from './useFocusOnNewCards.ts'
import { useStableActions } from './useStableActions.ts'

export interface BookingsOfScopeProps
  extends Omit<MyBookingsListProps, 'scope' | 'scopes' | 'onScopeChange' | 'className'> {
  scope: BookingScope
  onShowUpcoming: (() => void) | undefined
}

/** From so many on a list can be searched. */
const MANY = 8

/** The list of one scope in each of its states. What was loaded once stays while anything else goes wrong. */
export function BookingsOfScope(props: BookingsOfScopeProps) {
  const { scope, pageSize, subscribe, pollSeconds, components = NO_COMPONENTS, headingLevel = 3 } = props
  const list = useBookings({
    scope,
    ...(pageSize !== undefined && { pageSize }),
    ...(subscribe && { subscribe }),
    ...(pollSeconds !== undefined && { pollSeconds }),
  })
  const formats = useFormats()
  const [search, setSearch] = useState('')
  const searched = useDeferredValue(search)
  const found = useMemo(
    () => searchBookings(list.bookings, searched, formats),
    [list.bookings, searched, formats],
  )
  const groups = useMemo(() => groupByDay(found, formats), [found, formats])
  const [listElement, focusNextNewCard] = useFocusOnNewCards(list.bookings.length)

  const [cancelled, setCancelled] = useState<Booking | null>(null)
  const actions = useStableActions({
    ...props,
    onCancelled(booking) {
      setCancelled(booking)
      // Its card goes away with the next answer; reading goes on at the list.
      listElement.current?.focus({ preventScroll: true })
      props.onCancelled?.(booking)
    },
  })

  const retry = () => {
    focusNextNewCard()
    list.retry()
  }
  const showMore = () => {
    focusNextNewCard()
    list.showMore()
  }
  const Problem = components.Error ?? ErrorPanel

  return (
    <div ref={listElement} tabIndex={-1} data-meetings-part="bookings-list" data-state={list.status}>
      <ListNote list={list} cancelled={cancelled} onRetry={retry} />
      {list.status === 'loading' && <LoadingCards />}
      {list.status === 'failed' && list.problem && !list.isOffline && (
        <Problem problem={list.problem} isRetrying={list.isRetrying} onRetry={retry} />
      )}
      {(search !== '' || list.hasMore || list.bookings.length >= MANY) && (
        <BookingSearch text={search} onChange={setSearch} found={found.length} isPartial={list.hasMore} />
      )}
      {list.status === 'ready' && list.bookings.length === 0 && (
        <EmptyBookings {...props} components={components} />
      )}
      {groups.map((group) => (
        <DaySection
          key={`${group.day} ${group.bookings[0]?.id}`}
          {...{ group, headingLevel, actions, components }}
        />
      ))}
      {list.hasMore && <ShowMore isLoading={list.isLoadingMore} onPress={showMore} />}
    </div>
  )
}

const NO_COMPONENTS: BookingsComponents = {}
