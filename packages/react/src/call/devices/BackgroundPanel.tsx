'use client'
import { useComponent } from '../useComponent.ts'
import { BackgroundPicker } from './BackgroundPicker.tsx'
import { DeviceGuides } from './DeviceGuides.tsx'
import { DeviceNewsLine } from './DeviceNewsLine.tsx'
import { OwnPreview } from './OwnPreview.tsx'
import { useOwnMedia } from './useOwnMedia.ts'

/** What is behind this person, beside the running call: a choice, and how it looks. */
export function Panel() {
  const { choiceProblem } = useOwnMedia().devices
  const Picker = useComponent('BackgroundPicker', BackgroundPicker)
  return (
    <div data-meetings-part="device-settings">
      <OwnPreview />
      <DeviceGuides />
      {Picker && <Picker />}
      <DeviceNewsLine news={null} problem={choiceProblem} />
    </div>
  )
}
