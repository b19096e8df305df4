import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { type BookingSetup, bookingSetup } from '../../test/booking-for-tests.tsx'
import { SAMPLE_TYPES } from '../../test/stories/sample-types.ts'
import { MeetingsBooking, type MeetingsBookingProps } from './MeetingsBooking.tsx'
import '../styles.css'

afterEach(() => cleanup())

async function open(setup: BookingSetup = {}, props: MeetingsBookingProps = {}, width = 900) {
  const { wrap, ...runtime } = bookingSetup(setup)
  const view = await render(
    <main style={{ inlineSize: width, fontFamily: 'sans-serif' }}>
      {wrap(<MeetingsBooking {...props} />)}
    </main>,
  )
  return { ...runtime, view }
}

async function expectNoViolations() {
  const { violations } = await axe.run(document.querySelector('main') ?? document.body)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
    [],
  )
}

it('books from the first choice to the confirmation, with nothing for axe to find on the way', async () => {
  const { client, schedule } = await open({ meetingTypes: SAMPLE_TYPES })
  await page.getByRole('button', { name: /Contract review/ }).click()
  await page.getByRole('button', { name: /^Today, Monday, November 23, 2026, \d+ free times/ }).click()
  await expectNoViolations()
  await page.getByRole('group', { name: 'Afternoon' }).getByRole('button', { name: '2:00 PM' }).click()
  await expect.element(page.getByRole('heading', { name: 'Your details' })).toHaveFocus()
  await expect.poll(() => schedule.holds.length).toBe(1)

  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect.element(page.getByLabelText('Name')).toHaveFocus()
  await expectNoViolations()
  await page.getByLabelText('Name').fill('Alex Morgan')
  await page.getByLabelText('Company').fill('Acme')
  await page.getByLabelText('What is it about?').selectOptions('Renewal')
  await page.getByLabelText('You may record this meeting.').click()
  await page.getByRole('textbox', { name: /Guests/ }).fill('kim@example.com')
  await userEvent.keyboard('{Enter}')
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect.element(page.getByRole('heading', { name: 'Your meeting is booked' })).toHaveFocus()
  await expectNoViolations()
  expect(client.getBookings()).toMatchObject([
    {
      customerName: 'Alex Morgan',
      startTime: '2026-11-23T14:00:00.000Z',
      answers: { company: 'Acme', topic: 'Renewal', consent: true },
      guests: [{ email: 'kim@example.com' }],
    },
  ])
})

it('is found by the keyboard alone: days, months, times', async () => {
  await open()
  const today = page.getByRole('button', { name: /^Today, Monday, November 23, 2026, \d+ free times/ })
  await expect.element(today).toBeVisible()
  today.element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect
    .element(page.getByRole('button', { name: /^Tuesday, November 24, 2026, \d+ free times/ }))
    .toHaveFocus()
  await userEvent.keyboard('{PageDown}')
  await expect
    .element(page.getByRole('button', { name: /^Thursday, December 24, 2026, \d+ free times/ }))
    .toHaveFocus()
  await expect.element(page.getByLabelText('Month')).toHaveDisplayValue('December 2026')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Times on Thursday, December 24' })).toBeVisible()
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Your details' })).toHaveFocus()
})
