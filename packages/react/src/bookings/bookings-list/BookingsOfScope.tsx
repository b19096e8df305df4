'use client'
import type { BookingScope } from '@meetings/contract'
import { type ReactNode, useMemo } from 'react'
import { useFormats } from '../../i18n/useFormats.ts'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { DaySection } from '../day-groups/DaySection.tsx'
import { groupByDay } from '../day-groups/group-by-day.ts'
import { useBookings } from '../queries/useBookings.ts'
import { EmptyBookings } from './EmptyBookings.tsx'
import { ListNote } from './ListNote.tsx'
import { LoadingCards } from './LoadingCards.tsx'
import { ShowMore } from './ShowMore.tsx'
import { useFocusOnNewCards } from './useFocusOnNewCards.ts'

export interface BookingsOfScopeProps {
  scope: BookingScope
  pageSize: number | undefined
  headingLevel: 2 | 3 | 4 | 5
  emptyAction: ReactNode
}

/** The list of one scope in each of its states. What was loaded once stays while anything else goes wrong. */
export function BookingsOfScope({ scope, pageSize, headingLevel, emptyAction }: BookingsOfScopeProps) {
  const list = useBookings({ scope, ...(pageSize !== undefined && { pageSize }) })
  const formats = useFormats()
  const groups = useMemo(() => groupByDay(list.bookings, formats), [list.bookings, formats])
  const [listElement, focusNextNewCard] = useFocusOnNewCards(list.bookings.length)

  const retry = () => {
    focusNextNewCard()
    list.retry()
  }
  const showMore = () => {
    focusNextNewCard()
    list.showMore()
  }

  return (
    <div ref={listElement} data-meetings-part="bookings-list" data-state={list.status}>
      <ListNote list={list} onRetry={retry} />
      {list.status === 'loading' && <LoadingCards />}
      {list.status === 'failed' && list.problem && !list.isOffline && (
        <ErrorPanel problem={list.problem} isRetrying={list.isRetrying} onRetry={retry} />
      )}
      {list.status === 'ready' && groups.length === 0 && (
        <EmptyBookings scope={scope}>{emptyAction}</EmptyBookings>
      )}
      {groups.map((group) => (
        <DaySection key={`${group.day} ${group.bookings[0]?.id}`} group={group} headingLevel={headingLevel} />
      ))}
      {list.hasMore && <ShowMore isLoading={list.isLoadingMore} onPress={showMore} />}
    </div>
  )
}
