'use client'
import { createContext, type Dispatch, useContext } from 'react'
import type { SchedulingClient } from '../../client/scheduling-client.ts'
import type { HoldKeeper } from '../hold/hold-keeper.ts'
import type { Booker } from '../send/create-booker.ts'
import type { BookingFlow, BookingFlowEvent } from './booking-flow.ts'

/** One way to a booking: where it is, what moves it on, and who does the work. */
export interface FlowAccess {
  flow: BookingFlow
  dispatch: Dispatch<BookingFlowEvent>
  client: SchedulingClient
  keeper: HoldKeeper
  booker: Booker
}

export const FlowContext = createContext<FlowAccess | null>(null)

export function useFlow(): FlowAccess {
  const access = useContext(FlowContext)
  if (!access) throw new Error('This part of booking must be used inside <MeetingsBooking>.')
  return access
}
