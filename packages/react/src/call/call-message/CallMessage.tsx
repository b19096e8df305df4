'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { NextMeeting } from './NextMeeting.tsx'

/** What stands in place of the stage when there is no call any more. Focus goes to its title, so that it is read. */
export function CallMessage(props: {
  icon: ReactNode
  title: string
  detail: string
  /** Buttons, the main one first. */
  actions: ReactNode
  children?: ReactNode
}) {
  const { icon, title, detail, actions, children } = props
  const heading = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  return (
    <div role="region" aria-labelledby={id} data-meetings-part="call-message">
      <span aria-hidden="true" data-meetings-part="call-message-icon">
        {icon}
      </span>
      <div
        id={id}
        ref={heading}
        role="heading"
        aria-level={2}
        tabIndex={-1}
        data-meetings-part="call-message-title"
      >
        {title}
      </div>
      <div data-meetings-part="call-message-detail">{detail}</div>
      <div data-meetings-part="call-message-actions">{actions}</div>
      <NextMeeting />
      {children}
    </div>
  )
}
