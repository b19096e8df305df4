'use client'

import { useMemo } from 'react'
import type { SectionProps } from './AvailabilityForm.tsx'

/** The zone that all hours are in. */
export function ZoneField({ draft, faults, change }: SectionProps) {
  const { timeZone } = draft
  const zones = useMemo(
    // Not every browser lists UTC, or what was saved from another one.
    () => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', timeZone])].sort(),
    [timeZone],
  )
  const fault = faults.timeZone
  return (
    <div className="card field">
      <label htmlFor="timeZone">Time zone of your hours</label>
      <select
        id="timeZone"
        value={timeZone}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : 'timeZone-fault'}
        onChange={(event) => change({ timeZone: event.target.value }, { forgive: 'timeZone' })}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      {fault !== undefined && (
        <p id="timeZone-fault" className="problem">
          {fault}
        </p>
      )}
    </div>
  )
}
