'use client'
import { DeviceGuides } from './DeviceGuides.tsx'
import { DevicePickers } from './DevicePickers.tsx'
import { OwnPreview } from './OwnPreview.tsx'

/** The settings of the running call: which devices, and whether they work. */
export function Panel() {
  return (
    <div data-meetings-part="device-settings">
      <OwnPreview />
      <DeviceGuides />
      <DevicePickers />
    </div>
  )
}
