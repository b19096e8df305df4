'use client'
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { DeviceKind, MediaDevice } from '../../media/media-device.ts'
import { deviceLabel } from './device-label.ts'
import { useLobbyWords } from './useLobbyWords.ts'

export interface DevicePickerProps {
  kind: DeviceKind
  icon: LucideIcon
  devices: readonly MediaDevice[]
  /** The id in use; `null`: the default. */
  using: string | null
  onChoose(id: string): void
  /** Under the list: a meter, a test. */
  children?: ReactNode
}

/** One kind of device. A native list: it opens as people know it, on phones too, above everything. */
export function DevicePicker({ kind, icon: Icon, devices, using, onChoose, children }: DevicePickerProps) {
  const words = useLobbyWords()
  const id = useId()
  const value = using ?? devices.find(({ isDefault }) => isDefault)?.id ?? ''
  return (
    <div data-meetings-part="device-picker" data-kind={kind}>
      <label htmlFor={id} data-meetings-part="device-kind">
        {words[kind]}
      </label>
      <span data-meetings-part="device-field">
        <Icon aria-hidden="true" />
        <select
          id={id}
          value={value}
          disabled={devices.length === 0}
          data-meetings-part="device-list"
          onChange={(event) => onChoose(event.target.value)}
        >
          {devices.length === 0 && <option value="">{words[NONE[kind]]}</option>}
          {devices.map((device, index) => (
            <option key={device.id} value={device.id}>
              {deviceLabel(kind, device, index, words)}
            </option>
          ))}
        </select>
      </span>
      {children}
    </div>
  )
}

const NONE = { microphone: 'noMicrophone', camera: 'noCamera', speaker: 'systemSpeaker' } as const
