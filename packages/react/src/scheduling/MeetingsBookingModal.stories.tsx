import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import { bookingSetup } from '../../test/booking-for-tests.tsx'
import { chooseTime } from '../../test/stories/keyboard.ts'
import { STORY_TIME, sampleWeek } from '../../test/stories/sample-week.ts'
import { wordsOf } from '../../test/stories/words-of.ts'
import { MeetingsBookingModal, type MeetingsBookingModalProps } from './MeetingsBookingModal.tsx'

type Args = Pick<MeetingsBookingModalProps, 'defaultTab' | 'list' | 'reschedule'>

const week = sampleWeek().map((booking) => ({
  ...booking,
  changeableUntil: booking.status === 'confirmed' ? booking.startTime : null,
}))

function Page({ locale, ...props }: Args & { locale: string }) {
  const [setup] = useState(() =>
    bookingSetup({ now: STORY_TIME, bookings: week, timeZone: 'Europe/Berlin', locale, ...wordsOf(locale) }),
  )
  const [open, setOpen] = useState(true)
  return setup.wrap(
    <>
      <h1>Page of the host</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Meetings
      </button>
      <MeetingsBookingModal open={open} onOpenChange={setOpen} {...props} />
    </>,
  )
}

const meta: Meta<Args> = {
  title: 'Scheduling/MeetingsBookingModal',
  render: (args, { globals }) => <Page locale={globals.locale} {...args} />,
  // It is open before anything is looked at.
  play: async () => void (await screen.findByRole('dialog')),
}

export default meta
type Story = StoryObj<Args>

export const MyMeetings: Story = {}

export const MyMeetingsDark: Story = { globals: { scheme: 'dark' } }

export const MyMeetingsInGerman: Story = { globals: { locale: 'de-DE' } }

export const MyMeetingsInArabic: Story = { globals: { locale: 'ar-EG' } }

export const MyMeetingsInJapanese: Story = { globals: { locale: 'ja-JP' } }

export const BookNewMeeting: Story = { args: { defaultTab: 'book-new-meeting' } }

export const BookNewMeetingDark: Story = { ...BookNewMeeting, globals: { scheme: 'dark' } }

export const BookNewMeetingInArabic: Story = { ...BookNewMeeting, globals: { locale: 'ar-EG' } }

export const Form: Story = {
  ...BookNewMeeting,
  play: async () => chooseTime(await screen.findByRole('dialog')),
}

export const ByKeyboard: Story = {
  async play() {
    const mine = await screen.findByRole('tab', { name: 'My Meetings' })
    mine.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(screen.getByRole('tab', { name: 'Book New Meeting' })).toHaveFocus()
    await expect(await screen.findByRole('grid')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    screen.getByRole('button', { name: 'Meetings' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(await screen.findByRole('tab', { name: 'My Meetings' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  },
}

export const Moving: Story = {
  args: { reschedule: week[2] ?? null },
  async play() {
    await screen.findByRole('tab', { name: 'Move meeting', selected: true })
    const old = await screen.findByText(/^Now on/)
    await waitFor(() => expect(old).toBeVisible())
  },
}
