import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { BookingSetup } from '../../test/booking-for-tests.tsx'
import { bookingSetup } from '../../test/booking-for-tests.tsx'
import { book, chooseDay, chooseTime, press } from '../../test/stories/keyboard.ts'
import { SAMPLE_TYPES } from '../../test/stories/sample-types.ts'
import { wordsOf } from '../../test/stories/words-of.ts'
import { sampleBooking } from '../testing/sample-booking.ts'
import type { TestClock } from '../testing/test-clock.ts'
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
  // Its screens load when it is mounted: only then is there something to look at.
  play: async ({ canvasElement }) => void (await within(canvasElement).findByRole('region')),
}

export default meta
type Story = StoryObj<Args>

const button = (canvas: HTMLElement, name: RegExp | string) =>
  press(() => within(canvas).queryByRole('button', { name }))

export const WhatToBook: Story = { args: { meetingTypes: SAMPLE_TYPES } }

export const WhatToBookByKeyboard: Story = {
  args: { meetingTypes: SAMPLE_TYPES },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await canvas.findByRole('button', { name: /^Contract review/ })
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: /^Consultation/ })).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('heading', { name: 'Choose a day and a time' })).toHaveFocus()
  },
}

export const NothingToBook: Story = { args: { meetingTypes: [] } }

export const LoadingWhatToBook: Story = {
  args: { prepare: ({ schedule }) => void schedule.pause('listMeetingTypes') },
}

export const Days: Story = {
  async play({ canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('[data-state="free"]')).not.toBeNull())
  },
}

export const DaysDark: Story = { ...Days, globals: { scheme: 'dark' } }

export const DaysInGerman: Story = { ...Days, globals: { locale: 'de-DE' } }

export const DaysInArabic: Story = { ...Days, globals: { locale: 'ar-EG' } }

export const DaysInJapanese: Story = { ...Days, globals: { locale: 'ja-JP' } }

export const DaysByKeyboard: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    const today = await canvas.findByRole('button', { name: /^Today, .*free time/ })
    today.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(document.activeElement).toHaveAccessibleName(/November 24/)
    await userEvent.keyboard('{PageDown}')
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/December 24/))
    await userEvent.keyboard('{PageUp}')
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/November 24.*free time/))
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('heading', { name: /^Times on Tuesday/ })).toBeVisible()
  },
}

export const DaysUnreachable: Story = {
  args: {
    prepare: ({ schedule }) => {
      schedule.failNext('availability', { code: 'STORE_UNAVAILABLE', retryable: false })
    },
  },
}

export const ZoneByKeyboard: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await button(canvasElement, /^Times are in Berlin/)
    await expect(canvas.getByRole('combobox', { name: 'Time zone' })).toHaveFocus()
    await userEvent.keyboard('tok{Enter}')
    await expect(await canvas.findByRole('button', { name: /^Times are in Tokyo/ })).toHaveFocus()
  },
}

export const ZoneSearch: Story = {
  async play({ canvasElement }) {
    await button(canvasElement, /^Times are in Berlin/)
    await userEvent.keyboard('new')
    await expect(await within(canvasElement).findByRole('option', { name: /New York/ })).toBeVisible()
  },
}

export const PersianCalendar: Story = { ...Days, args: { locale: 'fa-IR' }, globals: { direction: 'rtl' } }

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

export const Times: Story = { play: ({ canvasElement }) => chooseDay(canvasElement) }

export const TimesDark: Story = { ...Times, globals: { scheme: 'dark' } }

export const TimesInGerman: Story = { ...Times, globals: { locale: 'de-DE' } }

export const TimesInArabic: Story = { ...Times, globals: { locale: 'ar-EG' } }

export const TimesInJapanese: Story = { ...Times, globals: { locale: 'ja-JP' } }

export const Form: Story = {
  args: { meetingTypes: SAMPLE_TYPES, meetingTypeId: 'review' },
  play: ({ canvasElement }) => chooseTime(canvasElement),
}

export const FormDark: Story = { ...Form, globals: { scheme: 'dark' } }

export const FormInGerman: Story = { ...Form, globals: { locale: 'de-DE' } }

export const FormInArabic: Story = { ...Form, globals: { locale: 'ar-EG' } }

export const FormInJapanese: Story = { ...Form, globals: { locale: 'ja-JP' } }

export const FormByKeyboard: Story = {
  args: { meetingTypes: SAMPLE_TYPES, meetingTypeId: 'consultation' },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await chooseTime(canvasElement)
    await expect(await canvas.findByRole('heading', { name: 'Your details' })).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard('Alex Morgan')
    await expect(canvas.getByLabelText('Name')).toHaveValue('Alex Morgan')
    canvas.getByRole('textbox', { name: /^Guests/ }).focus()
    await userEvent.keyboard('bo@example.com{Enter}')
    await expect(await canvas.findByRole('button', { name: 'Remove bo@example.com' })).toBeVisible()
    canvas.getByLabelText('Name').focus()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('heading', { name: 'Your meeting is booked' })).toHaveFocus()
  },
}

let clock: TestClock | undefined
const withClock: Args = {
  prepare: (runtime) => {
    clock = runtime.clock
  },
}
const MINUTE_MS = 60_000

/** To the form, then until so many minutes of the hold have passed. */
async function holdFor(minutes: number, { canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await chooseDay(canvasElement)
  // Not the first: that one is too soon when the hold has ended.
  await press(() => [...canvasElement.querySelectorAll<HTMLElement>('[data-meetings-part="time"]')].at(-1))
  await within(canvasElement).findByRole('heading', { name: 'Your details' })
  // The hold's answer is a few promises away.
  await new Promise((resolve) => setTimeout(resolve, 50))
  clock?.advance(minutes * MINUTE_MS)
}

export const HoldEnding: Story = {
  args: withClock,
  async play(context) {
    await holdFor(9, context)
    await expect(
      await within(context.canvasElement).findByText('We keep this time for you for 1 more minute.'),
    ).toBeVisible()
  },
}

export const HoldEndingInTwoMinutes: Story = {
  args: withClock,
  async play(context) {
    await holdFor(8, context)
    await expect(
      await within(context.canvasElement).findByText('We keep this time for you for 2 more minutes.'),
    ).toBeVisible()
  },
}

export const HoldEnded: Story = {
  args: withClock,
  async play(context) {
    await holdFor(10, context)
    const canvas = within(context.canvasElement)
    await expect(await canvas.findByText(/This time is no longer kept for you/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Keep it again' })).toBeVisible()
  },
}

export const HoldTakenAgain: Story = {
  args: withClock,
  async play(context) {
    await holdFor(10, context)
    const canvas = within(context.canvasElement)
    await button(context.canvasElement, 'Keep it again')
    // The button goes away; the focus does not go with it.
    await expect(await canvas.findByText('This time is kept for you again.')).toHaveFocus()
  },
}

export const HoldEndedAndTaken: Story = {
  args: {
    prepare: (runtime) => {
      clock = runtime.clock
      runtime.clock.after(10 * MINUTE_MS, () => runtime.schedule.take('2026-11-23T16:30:00.000Z'))
    },
  },
  async play(context) {
    await holdFor(10, context)
    await button(context.canvasElement, 'Keep it again')
    await expect(await within(context.canvasElement).findByText('This time was just taken.')).toBeVisible()
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
  args: { customer: { name: 'Alex Morgan', email: 'alex@example.com' } },
  play: ({ canvasElement }) => book(canvasElement),
}

export const BookedFocus: Story = {
  ...Booked,
  async play({ canvasElement }) {
    await book(canvasElement)
    await expect(
      await within(canvasElement).findByRole('heading', { name: 'Your meeting is booked' }),
    ).toHaveFocus()
  },
}

export const BookedDark: Story = { ...Booked, globals: { scheme: 'dark' } }

export const BookedInGerman: Story = { ...Booked, globals: { locale: 'de-DE' } }

export const BookedInArabic: Story = { ...Booked, globals: { locale: 'ar-EG' } }

export const BookedInJapanese: Story = { ...Booked, globals: { locale: 'ja-JP' } }

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
