'use client'
import { useId } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { DeviceGuides } from '../devices/DeviceGuides.tsx'
import { DevicePickers } from '../devices/DevicePickers.tsx'
import { useDoorWords } from '../door/useDoorWords.ts'
import { LobbyPreview } from '../lobby/LobbyPreview.tsx'
import { useCallBooking } from '../lobby/useCallBooking.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useMeetingName } from '../people/useMeetingName.ts'
import { WaitingWords } from './WaitingWords.tsx'

/** Until a host says yes: oneself, one's devices, and what is being waited for. It goes on by itself. */
export function WaitingRoom() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useDoorWords()
  const { you } = useCallWords()
  const meeting = useMeetingName('VideoCallModal')
  const booking = useCallBooking()
  const heading = useId()
  // There is no ticket yet, so nobody but the list of bookings can tell who this is.
  const isCustomer = booking?.viewerRole === 'customer'
  const name = isCustomer ? booking.customerName : you
  const identity = (isCustomer && booking.customerId) || name
  return (
    <div data-meetings-part="lobby">
      <div data-meetings-part="lobby-content">
        <LobbyPreview person={{ identity, name }} />
        <div role="region" aria-labelledby={heading} data-meetings-part="lobby-choices">
          <div data-meetings-part="lobby-head">
            <div id={heading} role="heading" aria-level={2} data-meetings-part="lobby-title">
              {words.waitingTitle}
            </div>
            {meeting !== null && (
              <div data-meetings-part="lobby-people">
                <bdi>{meeting}</bdi>
              </div>
            )}
          </div>
          <WaitingWords host={booking?.hostName ?? null} />
          <DeviceGuides />
          <DevicePickers />
          <div data-meetings-part="lobby-actions">
            <Button onClick={() => void calls.leave()}>{words.stopWaiting}</Button>
          </div>
        </div>
      </div>
    </div>
  )
}
