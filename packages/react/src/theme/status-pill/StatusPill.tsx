import type { ReactNode } from 'react'

export type StatusTone = 'neutral' | 'success' | 'live' | 'warning' | 'danger'

/** A state as a word with a shape and a colour, in this order of importance. */
export function StatusPill({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span data-meetings-part="status-pill" data-tone={tone}>
      <span data-meetings-part="status-shape" aria-hidden="true" />
      {children}
    </span>
  )
}
