import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import type { BookingSetup } from '../../test/booking-for-tests.tsx'
import { bookingSetup } from '../../test/booking-for-tests.tsx'
import { SAMPLE_TYPES } from '../../test/stories/sample-types.ts'
import { wordsOf } from '../../test/stories/words-of.ts'
import { sampleBooking } from '../testing/sample-booking.ts'
import { MeetingsBooking, type MeetingsBookingProps } from './MeetingsBooking.tsx'

type Args = MeetingsBookingProps & BookingSetup

function Booking({
  meetingTypes,
  bookings,
  prepare,
  locale,
  timeZone = 'Europe/Berlin',
  now,
  ...props
}: Args) {
  const [setup] = useState(() =>
    bookingSetup({
      timeZone,
      ...(meetingTypes && { meetingTypes }),
      ...(bookings && { bookings }),
      ...(prepare && { prepare }),
      ...(locale && { locale }),
      ...(now && { now }),
      ...wordsOf(locale),
    }),
  )
  return setup.wrap(<MeetingsBooking {...props} />)
}

const meta: Meta<Args> = {
  title: 'Scheduling/MeetingsBooking',
  render: (args, { globals }) => <Booking locale={globals.locale} {...args} />,
}

export default meta
type Story = StoryObj<Args>

const button = async (canvas: HTMLElement, name: RegExp | string) =>
  userEvent.click(await within(canvas).findByRole('button', { name }))

/** Today, then its first time. */
async function chooseTime(canvas: HTMLElement): Promise<void> {
  await button(canvas, /^Today, .*free time/)
  await button(canvas, '2:00 PM')
}

export const WhatToBook: Story = { args: { meetingTypes: SAMPLE_TYPES } }

export const Days: Story = {}

export const DaysDark: Story = { globals: { scheme: 'dark' } }

export const DaysInGerman: Story = { globals: { locale: 'de-DE' } }

export const DaysInArabic: Story = { globals: { locale: 'ar-EG' } }

export const DaysInJapanese: Story = { globals: { locale: 'ja-JP' } }

export const PersianCalendar: Story = { args: { locale: 'fa-IR' }, globals: { direction: 'rtl' } }

export const Loading: Story = { args: { prepare: ({ schedule }) => void schedule.pause('availability') } }

export const Unreachable: Story = {
  args: {
    prepare: ({ schedule }) => {
      schedule.failNext('listMeetingTypes', { code: 'UNAUTHENTICATED', retryable: false })
    },
  },
}

export const EmptyMonth: Story = {
  args: {
    // The last hours of November, in which nothing is free any more.
    now: '2026-11-30T22:00:00.000Z',
    timeZone: 'UTC',
    prepare: ({ schedule }) => schedule.take('2026-11-30T23:30:00.000Z'),
  },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText('No free times in November.')).toBeVisible()
    await button(canvasElement, /^Go to Tuesday, December 1/)
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'Times on Tuesday, December 1' }),
    ).toBeVisible()
  },
}

export const Times: Story = {
  async play({ canvasElement }) {
    await button(canvasElement, /^Today, .*free time/)
    await expect(await within(canvasElement).findByRole('group', { name: 'Afternoon' })).toBeVisible()
  },
}

export const FormWithFaults: Story = {
  args: { meetingTypes: SAMPLE_TYPES, meetingTypeId: 'review' },
  async play({ canvasElement }) {
    await chooseTime(canvasElement)
    await button(canvasElement, 'Book meeting')
    await expect(await within(canvasElement).findByText('Enter your name.')).toBeVisible()
    await expect(within(canvasElement).getByLabelText('Name')).toHaveFocus()
  },
}

export const Taken: Story = {
  args: {
    customer: { name: 'Alex Morgan' },
    prepare: ({ schedule }) => {
      const nearest = ['10:30', '11:00', '14:30', '15:00'].map((time) => ({
        start: `2026-11-23T${time}:00.000Z`,
        end: `2026-11-23T${time}:00.000Z`,
      }))
      schedule.failNext('createBooking', { code: 'SLOT_TAKEN', retryable: false, details: { nearest } })
    },
  },
  async play({ canvasElement }) {
    await chooseTime(canvasElement)
    await button(canvasElement, 'Book meeting')
    await expect(await within(canvasElement).findByText('This time was just taken.')).toBeVisible()
  },
}

export const AnswerLost: Story = {
  args: {
    customer: { name: 'Alex Morgan' },
    prepare: ({ schedule }) => schedule.failNext('createBooking', { code: 'NETWORK_UNREACHABLE' }),
  },
  async play({ canvasElement }) {
    await chooseTime(canvasElement)
    await button(canvasElement, 'Book meeting')
    await button(canvasElement, 'Retry')
    await expect(await within(canvasElement).findByText('Your meeting is booked')).toBeVisible()
  },
}

export const Booked: Story = {
  args: { customer: { name: 'Alex Morgan' } },
  async play({ canvasElement }) {
    await chooseTime(canvasElement)
    await button(canvasElement, 'Book meeting')
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'Your meeting is booked' }),
    ).toHaveFocus()
  },
}

const moving = sampleBooking(Date.parse('2026-11-23T09:00:00Z'), { startsInMinutes: 26 * 60 })

export const Moved: Story = {
  args: { bookings: [moving], reschedule: moving },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText(/^Now on Tuesday, November 24/)).toBeVisible()
    await chooseTime(canvasElement)
    await button(canvasElement, 'Move meeting')
    await expect(await within(canvasElement).findByText('Your meeting has a new time')).toBeVisible()
  },
}
