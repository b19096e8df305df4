'use client'
import type { Booking } from '@meetings/contract'
import { useMemo, useReducer, useState } from 'react'
import type { SchedulingClient } from '../../client/scheduling-client.ts'
import { useLocaleSettings } from '../../i18n/I18nContext.tsx'
import type { PagePort } from '../../page/page-port.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { createHoldKeeper } from '../hold/hold-keeper.ts'
import { createBooker } from '../send/create-booker.ts'
import { newKey } from '../send/new-key.ts'
import { nextBookingFlow, startBooking } from './booking-flow.ts'
import type { KnownCustomer } from './booking-form-draft.ts'
import type { FlowAccess } from './FlowContext.tsx'

/** A flow that lives as long as the caller, whatever of it is on the screen. */
export function useBookingFlow(options: {
  client: SchedulingClient
  page: PagePort
  moving?: Booking | null | undefined
  customer?: KnownCustomer | undefined
}): FlowAccess {
  const { client, page } = options
  const { clock } = useRuntime('MeetingsBooking')
  const given = useLocaleSettings().timeZone
  const [flow, dispatch] = useReducer(nextBookingFlow, null, () =>
    startBooking(
      given ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      options.moving ?? null,
      options.customer,
    ),
  )
  const [keeper] = useState(() => createHoldKeeper({ client, clock, page }))
  const [booker] = useState(() => createBooker({ client, newKey }))
  return useMemo(() => ({ flow, dispatch, client, keeper, booker }), [flow, client, keeper, booker])
}
