import type { Metadata } from 'next'
import { MyMeetings } from '../../shell/MyMeetings.tsx'
import { ResetDemo } from '../../shell/ResetDemo.tsx'
import { SignedIn } from '../../shell/SignedIn.tsx'

export const metadata: Metadata = { title: 'My Meetings' }

export default function MeetingsPage() {
  return (
    <>
      <h1>My Meetings</h1>
      <SignedIn>
        <MyMeetings />
        <ResetDemo />
      </SignedIn>
    </>
  )
}
