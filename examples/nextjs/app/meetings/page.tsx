import { MyBookingsList } from '@meetings/react'
import type { Metadata } from 'next'
import { ResetDemo } from '../../shell/ResetDemo.tsx'
import { SignedIn } from '../../shell/SignedIn.tsx'

export const metadata: Metadata = { title: 'My Meetings' }

export default function MeetingsPage() {
  return (
    <>
      <h1>My Meetings</h1>
      <SignedIn>
        <MyBookingsList />
        <ResetDemo />
      </SignedIn>
    </>
  )
}
