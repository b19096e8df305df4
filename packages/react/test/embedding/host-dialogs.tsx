import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import * as RadixDialog from '@radix-ui/react-dialog'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

export interface HostDialogProps {
  /** A dialog that is not leaves the page beside it usable. */
  modal: boolean
  zIndex: number
  onClose(): void
  children: ReactNode
}

const centred = (zIndex: number) =>
  ({
    position: 'fixed',
    insetBlockStart: '50%',
    insetInlineStart: '50%',
    transform: 'translate(-50%, -50%)',
    zIndex,
  }) as const

function NativeDialog({ modal, zIndex, onClose, children }: HostDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open) return
    if (modal) dialog.current?.showModal()
    else dialog.current?.show()
  }, [modal])
  return (
    <dialog ref={dialog} aria-label="Host" onClose={onClose} style={modal ? {} : { zIndex }}>
      {children}
    </dialog>
  )
}

/** A popover of React Aria closes when anything else is pressed, so a dialog that stays is in none. */
function AriaDialog({ modal, zIndex, onClose, children }: HostDialogProps) {
  const dialog = <Dialog aria-label="Host">{children}</Dialog>
  if (modal) {
    return (
      <ModalOverlay
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        style={{ position: 'fixed', inset: 0, zIndex }}
      >
        <Modal>{dialog}</Modal>
      </ModalOverlay>
    )
  }
  return <div style={centred(zIndex)}>{dialog}</div>
}

function RadixHostDialog({ modal, zIndex, onClose, children }: HostDialogProps) {
  return (
    <RadixDialog.Root open modal={modal} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay style={{ position: 'fixed', inset: 0, zIndex }} />
        <RadixDialog.Content
          aria-describedby={undefined}
          style={centred(zIndex)}
          onInteractOutside={(event) => !modal && event.preventDefault()}
        >
          <RadixDialog.Title>Host</RadixDialog.Title>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

function BaseHostDialog({ modal, zIndex, onClose, children }: HostDialogProps) {
  return (
    <BaseDialog.Root
      open
      modal={modal}
      disablePointerDismissal={!modal}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <BaseDialog.Portal>
        <BaseDialog.Popup style={centred(zIndex)}>
          <BaseDialog.Title>Host</BaseDialog.Title>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/** What people build by hand: a `transform`, so that whatever is fixed inside is fixed to it. */
function PlainDialog({ modal, zIndex, onClose, children }: HostDialogProps) {
  const dialog = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    if (!modal) return
    dialog.current?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [modal])
  return (
    <div
      ref={dialog}
      role="dialog"
      aria-label="Host"
      tabIndex={-1}
      style={{ position: 'fixed', inset: modal ? 40 : 'auto 0 0 auto', zIndex, transform: 'scale(1)' }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {children}
    </div>
  )
}

/** The dialogs of a host. */
export const HOST_DIALOGS = {
  'native `<dialog>`': NativeDialog,
  'React Aria': AriaDialog,
  Radix: RadixHostDialog,
  'Base UI': BaseHostDialog,
  'a plain `div`': PlainDialog,
} as const

export type HostDialogName = keyof typeof HOST_DIALOGS
