import type { Metadata } from 'next'
import { Availability } from '../../shell/availability/Availability.tsx'
import { SignedIn } from '../../shell/SignedIn.tsx'
import './availability.css'

export const metadata: Metadata = { title: 'Availability' }

export default function AvailabilityPage() {
  return (
    <>
      <h1>Availability</h1>
      <SignedIn>
        <Availability />
      </SignedIn>
    </>
  )
}
