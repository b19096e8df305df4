'use client'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

export interface DialogFrameProps {
  title: string
  /** `alertdialog`: it must be answered before anything else. */
  role?: 'dialog' | 'alertdialog'
  detail?: string
  children?: ReactNode
  /** Buttons, the harmless one first: it gets the focus. */
  actions: ReactNode
  onClose(): void
}

/** A small window above the call. Focus goes in, and back to where it came from. Escape closes it, nothing else. */
export function DialogFrame({
  title,
  role = 'dialog',
  detail,
  children,
  actions,
  onClose,
}: DialogFrameProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const opener = element.ownerDocument.activeElement
    // Missing in jsdom and in browsers older than the rest of what we need.
    if (element.showModal) element.showModal()
    else element.setAttribute('open', '')
    element.querySelector<HTMLElement>('[data-meetings-part="dialog-actions"] button')?.focus()
    return () => {
      element.close?.()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={detail === undefined ? undefined : `${id}-detail`}
      data-meetings-part="dialog"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        // Keys in here are not for the call below: no shortcut may fire, no panel close.
        event.stopPropagation()
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <div data-meetings-part="dialog-body">
        <div id={`${id}-title`} role="heading" aria-level={2} data-meetings-part="dialog-title">
          {title}
        </div>
        {detail !== undefined && <div id={`${id}-detail`}>{detail}</div>}
        {children}
        <div data-meetings-part="dialog-actions">{actions}</div>
      </div>
    </dialog>
  )
}
