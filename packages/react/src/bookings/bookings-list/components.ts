import type { Booking, BookingScope } from '@meetings/contract'
import type { ComponentType, ReactNode } from 'react'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'

/** Parts of the list that a host may bring instead of ours. Give the same object on every render. */
export interface BookingsComponents {
  /** A whole card, inside its list item; `children` is ours, to wrap or to leave out. */
  Card?: ComponentType<{ booking: Booking; headingLevel: 2 | 3 | 4 | 5 | 6; children: ReactNode }>
  /** What can be done with a booking; `children` is what ours would be: Join, and the menu. */
  Actions?: ComponentType<{ booking: Booking; children: ReactNode }>
  /** Nothing to show; `children` is the way forward. */
  Empty?: ComponentType<{ scope: BookingScope; children: ReactNode }>
  /** Nothing could be loaded. */
  Error?: ComponentType<{ problem: MeetingsProblem; isRetrying: boolean; onRetry(): void }>
}
