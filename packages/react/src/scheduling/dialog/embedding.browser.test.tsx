import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import * as RadixDialog from '@radix-ui/react-dialog'
import bootstrap from 'bootstrap/dist/css/bootstrap.min.css?inline'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import preflight from 'tailwindcss/preflight.css?inline'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { bookingSetup } from '../../../test/booking-for-tests.tsx'
import { MeetingsBookingModal } from '../MeetingsBookingModal.tsx'
import '../../styles.css'

afterEach(() => {
  cleanup()
  for (const style of document.querySelectorAll('style[data-host]')) style.remove()
})

interface HostDialogProps {
  onClose(): void
  children: ReactNode
}

const CENTRED = {
  position: 'fixed',
  insetBlockStart: '50%',
  insetInlineStart: '50%',
  transform: 'translate(-50%, -50%)',
  zIndex: 50,
} as const

/** The dialogs of a host, each holding the button that opens ours. */
const HOSTS = {
  'a native <dialog>': function Native({ onClose, children }: HostDialogProps) {
    const dialog = useRef<HTMLDialogElement>(null)
    useEffect(() => {
      if (!dialog.current?.open) dialog.current?.showModal()
    }, [])
    return (
      <dialog ref={dialog} aria-label="Host" onClose={onClose}>
        {children}
      </dialog>
    )
  },
  'a dialog of React Aria': function Aria({ onClose, children }: HostDialogProps) {
    return (
      <ModalOverlay
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        style={{ position: 'fixed', inset: 0, zIndex: 50 }}
      >
        <Modal>
          <Dialog aria-label="Host">{children}</Dialog>
        </Modal>
      </ModalOverlay>
    )
  },
  'a dialog of Radix': function Radix({ onClose, children }: HostDialogProps) {
    return (
      <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
        <RadixDialog.Portal>
          <RadixDialog.Overlay style={{ position: 'fixed', inset: 0 }} />
          <RadixDialog.Content aria-describedby={undefined} style={CENTRED}>
            <RadixDialog.Title>Host</RadixDialog.Title>
            {children}
          </RadixDialog.Content>
        </RadixDialog.Portal>
      </RadixDialog.Root>
    )
  },
  'a dialog of Base UI': function Base({ onClose, children }: HostDialogProps) {
    return (
      <BaseDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
        <BaseDialog.Portal>
          <BaseDialog.Popup style={CENTRED}>
            <BaseDialog.Title>Host</BaseDialog.Title>
            {children}
          </BaseDialog.Popup>
        </BaseDialog.Portal>
      </BaseDialog.Root>
    )
  },
  'a plain div that says it is a dialog': function Plain({ onClose, children }: HostDialogProps) {
    return (
      <div
        role="dialog"
        aria-label="Host"
        style={{ position: 'fixed', inset: 40, zIndex: 999, transform: 'scale(1)', overflow: 'hidden' }}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        {children}
      </div>
    )
  },
} as const

/** What a page may do to every element, without a layer. */
const STYLES = {
  'no styles': '',
  'the preflight of Tailwind': preflight,
  Bootstrap: bootstrap,
  'an unlayered reset':
    '*, *::before, *::after { box-sizing: content-box } h2, p, ul { margin: 0 0 1rem } button { background: none; border: 0 }',
} as const

function Page({ Host }: { Host: (props: HostDialogProps) => ReactNode }) {
  const [isHostOpen, setIsHostOpen] = useState(true)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <main>
      {isHostOpen && (
        <Host onClose={() => setIsHostOpen(false)}>
          <button type="button" onClick={() => setIsOpen(true)}>
            Meetings
          </button>
        </Host>
      )}
      <MeetingsBookingModal open={isOpen} onOpenChange={setIsOpen} defaultTab="book-new-meeting" />
    </main>
  )
}

const ours = () => page.getByRole('dialog', { name: 'Book New Meeting' })

describe.each(Object.keys(STYLES) as (keyof typeof STYLES)[])('on a page with %s', (style) => {
  it.each(Object.keys(HOSTS) as (keyof typeof HOSTS)[])(
    'opens above %s, can be pressed and typed in, and closes alone',
    async (host) => {
      const sheet = document.createElement('style')
      sheet.dataset['host'] = style
      sheet.textContent = STYLES[style]
      document.head.append(sheet)
      await render(bookingSetup().wrap(<Page Host={HOSTS[host]} />))
      await page.getByRole('button', { name: 'Meetings', exact: true }).click()
      await expect.element(ours()).toBeVisible()

      await page.getByRole('button', { name: /November 24, 2026, \d+ free times/ }).click()
      await page.getByRole('button', { name: '2:00 PM' }).click()
      await page.getByLabelText('Name').click()
      await userEvent.keyboard('Alex')
      await expect.element(page.getByLabelText('Name')).toHaveValue('Alex')
      const box = ours().element().getBoundingClientRect()
      expect(Math.abs(box.left + box.right - innerWidth)).toBeLessThan(20)
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.bottom).toBeLessThanOrEqual(innerHeight)

      await userEvent.keyboard('{Escape}')
      await expect.element(ours()).not.toBeInTheDocument()
      await expect.element(page.getByRole('dialog', { name: 'Host' })).toBeVisible()
      await expect.element(page.getByRole('button', { name: 'Meetings', exact: true })).toHaveFocus()
    },
  )
})
