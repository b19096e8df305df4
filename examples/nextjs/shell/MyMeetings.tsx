'use client'

import { type Booking, MeetingsBookingModal, MyBookingsList } from '@meetings/react'
import { useState } from 'react'
import { useAuth } from '../providers/AuthProvider.tsx'

/** The list, and the dialog that books another meeting or gives one a new time. */
export function MyMeetings() {
  const { state } = useAuth()
  const [isBooking, setIsBooking] = useState(false)
  const [moving, setMoving] = useState<Booking | null>(null)
  const user = state.status === 'signed-in' ? state.user : null

  function book(booking: Booking | null) {
    setMoving(booking)
    setIsBooking(true)
  }
  return (
    <>
      <p>
        <button type="button" className="button button-strong" onClick={() => book(null)}>
          Book a meeting
        </button>
      </p>
      <MyBookingsList onBook={() => book(null)} onReschedule={book} />
      <MeetingsBookingModal
        open={isBooking}
        onOpenChange={setIsBooking}
        defaultTab="book-new-meeting"
        reschedule={moving}
        customer={user ? { name: user.user_metadata.full_name, email: user.email } : undefined}
      />
    </>
  )
}
