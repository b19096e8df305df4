'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** What is to be done on this step. Takes the focus when a step follows another, so that it is read out. */
export function StepHeading({ takesFocus, children }: { takesFocus: boolean; children: ReactNode }) {
  const heading = useRef<HTMLDivElement>(null)
  const focusOnMount = useRef(takesFocus)
  useEffect(() => {
    if (focusOnMount.current) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={heading} role="heading" aria-level={3} tabIndex={-1} data-meetings-part="step-heading">
      {children}
    </div>
  )
}
