import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { bookingSetup } from '../../../test/booking-for-tests.tsx'
import { ManagedVideoCall } from '../../call/ManagedVideoCall.tsx'
import { MeetingsBookingModal, type MeetingsBookingModalProps } from '../MeetingsBookingModal.tsx'
import '../../styles.css'

afterEach(() => cleanup())

function Page(props: Partial<MeetingsBookingModalProps>) {
  const [open, setOpen] = useState(false)
  return (
    <main>
      <button type="button" onClick={() => setOpen(true)}>
        Meetings
      </button>
      <MeetingsBookingModal open={open} onOpenChange={setOpen} {...props} />
      <ManagedVideoCall />
    </main>
  )
}

async function openModal(props: Partial<MeetingsBookingModalProps> = {}) {
  const { wrap, ...runtime } = bookingSetup()
  await render(wrap(<Page {...props} />))
  await page.getByRole('button', { name: 'Meetings', exact: true }).click()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  return runtime
}

/** To the form, with a name typed. */
async function fillForm() {
  await page.getByRole('tab', { name: 'Book New Meeting' }).click()
  await page.getByRole('button', { name: /November 24, 2026, \d+ free times/ }).click()
  await page.getByRole('button', { name: '2:00 PM' }).click()
  await page.getByLabelText('Name').fill('Alex Morgan')
}

it('opens on My Meetings, takes the focus, and gives it back on Escape', async () => {
  await openModal()
  await expect
    .element(page.getByRole('tab', { name: 'My Meetings' }))
    .toHaveAttribute('aria-selected', 'true')
  expect(page.getByRole('dialog').element().contains(document.activeElement)).toBe(true)
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Meetings', exact: true })).toHaveFocus()
})

it('lies at the layer the host gave it', async () => {
  document.documentElement.style.setProperty('--meetings-z-modal', '77')
  await openModal()
  const layer = document.querySelector('[data-meetings-part="modal-layer"]')
  expect(layer && getComputedStyle(layer).zIndex).toBe('77')
  document.documentElement.style.removeProperty('--meetings-z-modal')
})

it('keeps what was typed over a change of tabs and over closing', async () => {
  const { schedule, clock } = await openModal()
  await fillForm()
  await page.getByRole('tab', { name: 'My Meetings' }).click()
  clock.advance(0)
  await expect.poll(() => schedule.holds.length).toBe(0)
  await page.getByRole('tab', { name: 'Book New Meeting' }).click()
  await expect.element(page.getByLabelText('Name')).toHaveValue('Alex Morgan')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Meetings', exact: true }).click()
  await page.getByRole('tab', { name: 'Book New Meeting' }).click()
  await expect.element(page.getByLabelText('Name')).toHaveValue('Alex Morgan')
  await expect.poll(() => schedule.holds.length).toBe(1)
})

it('closes the list of zones with the first Escape and itself with the second', async () => {
  await openModal({ defaultTab: 'book-new-meeting' })
  await page.getByRole('button', { name: /Times are in/ }).click()
  await page.getByRole('combobox', { name: 'Time zone' }).fill('tokyo')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('combobox', { name: 'Time zone' })).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: /Times are in/ })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

it('shows the times of another zone', async () => {
  await openModal({ defaultTab: 'book-new-meeting' })
  await page.getByRole('button', { name: /November 24, 2026, \d+ free times/ }).click()
  await page.getByRole('button', { name: /Times are in/ }).click()
  await userEvent.keyboard('new york{Enter}')
  await expect.element(page.getByRole('button', { name: /Times are in New York/ })).toHaveFocus()
  await expect.element(page.getByRole('button', { name: '9:00 AM' })).toBeVisible()
})

it('offers what is free nearby when the time was taken, keeps what was typed, and books that', async () => {
  const { schedule, client } = await openModal()
  await fillForm()
  schedule.take('2026-11-24T14:00:00.000Z')
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  await page.getByRole('group', { name: 'Free times nearby' }).getByRole('button').nth(3).click()
  await expect.element(page.getByLabelText('Name')).toHaveValue('Alex Morgan')
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect.element(page.getByRole('heading', { name: 'Your meeting is booked' })).toHaveFocus()
  expect(client.getBookings()).toMatchObject([{ startTime: '2026-11-24T14:30:00.000Z' }])
})

it('says that nobody knows whether it was booked, and books once on Retry', async () => {
  const { schedule, client } = await openModal()
  await fillForm()
  schedule.failNext('createBooking', { code: 'NETWORK_UNREACHABLE', retryable: true })
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect.element(page.getByText(/We do not know whether your meeting was booked/)).toBeVisible()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect.element(page.getByRole('heading', { name: 'Your meeting is booked' })).toBeVisible()
  expect(client.getBookings()).toHaveLength(1)
})

it('books although no hold could be had', async () => {
  const { schedule, client } = await openModal()
  schedule.failNext('hold', { code: 'INTERNAL' })
  await fillForm()
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect.element(page.getByRole('heading', { name: 'Your meeting is booked' })).toBeVisible()
  expect(client.getBookings()).toHaveLength(1)
})
