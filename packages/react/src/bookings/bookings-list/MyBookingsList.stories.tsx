import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { press } from '../../../test/stories/keyboard.ts'
import { StoryRuntime, type StoryRuntimeProps } from '../../../test/stories/StoryRuntime.tsx'
import { sampleOf, sampleWeek } from '../../../test/stories/sample-week.ts'
import { shows } from '../../../test/stories/shows.ts'
import { Button } from '../../theme/button/Button.tsx'
import { MyBookingsList, type MyBookingsListProps } from './MyBookingsList.tsx'

type Args = MyBookingsListProps & Pick<StoryRuntimeProps, 'bookings' | 'session' | 'launch' | 'prepare'>

const meta: Meta<Args> = {
  title: 'Bookings/MyBookingsList',
  component: MyBookingsList,
  render: ({ bookings, session, launch, prepare, ...props }, { globals }) => (
    <StoryRuntime
      {...(bookings && { bookings })}
      {...(session && { session })}
      {...(launch && { launch })}
      {...(prepare && { prepare })}
      locale={globals.locale}
    >
      <MyBookingsList {...props} />
    </StoryRuntime>
  ),
}

export default meta
type Story = StoryObj<Args>

const joinButton = (canvasElement: HTMLElement) =>
  within(canvasElement).findByRole('button', { name: 'Join Video Call' })

const ticketOf = (bookingId: string) => ({
  bookingId,
  roomName: `meeting_${bookingId}`,
  token: 'token',
  participantName: 'Alex Morgan',
})

const week: Args = { bookings: sampleWeek() }

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }

/** Five of the week are ahead; three of them cannot be joined yet. */
const showsTheWeek =
  (name: string): Story['play'] =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findAllByRole('article', {}, PATIENCE)).toHaveLength(5)
    const buttons = canvas.getAllByRole('button', { name })
    await expect(buttons.map((button) => button.getAttribute('aria-disabled'))).toEqual([
      ...[null, null],
      ...['true', 'true', 'true'],
    ])
  }

export const Week: Story = { args: week, play: showsTheWeek('Join Video Call') ?? (() => {}) }

export const Dark: Story = {
  args: week,
  globals: { scheme: 'dark' },
  play: showsTheWeek('Join Video Call') ?? (() => {}),
}

export const Loading: Story = {
  args: { ...week, prepare: ({ client }) => void client.hold('listBookings') },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText('Loading your meetings')).toBeInTheDocument()
    await expect(canvasElement.querySelector('[data-meetings-part="skeleton"]')).toBeVisible()
  },
}

export const Empty: Story = {
  args: { emptyAction: <Button look="primary">Book a meeting</Button> },
  play: shows('You have no upcoming meetings.', 'Book a meeting'),
}

const unreachable: Args = {
  ...week,
  prepare: ({ client }) => {
    // Once, and once more when the list tries again by itself.
    client.failNext('listBookings', { code: 'NETWORK_UNREACHABLE', requestId: 'req_7f3a' })
    client.failNext('listBookings', { code: 'NETWORK_UNREACHABLE', requestId: 'req_7f3a' })
  },
}

export const ErrorWithRetry: Story = {
  args: unreachable,
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('The server cannot be reached.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible()
  },
}

export const RetryBringsTheList: Story = {
  args: unreachable,
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Retry' }))
    const cards = await canvas.findAllByRole('article')
    await expect(cards).toHaveLength(5)
    await expect(cards[0]).toHaveFocus()
  },
}

export const Offline: Story = {
  args: week,
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await canvas.findAllByRole('article')
    onlineManager.setOnline(false)
    await expect(await canvas.findByText(/You are offline/)).toBeVisible()
    await expect(canvas.getAllByRole('article')).toHaveLength(5)
  },
  beforeEach: () => () => onlineManager.setOnline(true),
}

export const Joinable: Story = {
  args: { bookings: [sampleOf('joinable')] },
  async play({ canvasElement }) {
    await expect(await joinButton(canvasElement)).toBeEnabled()
    await expect(within(canvasElement).getByText('Starts in 5 minutes')).toBeVisible()
  },
}

export const TooEarly: Story = {
  args: { bookings: [sampleOf('tomorrow')] },
  async play({ canvasElement }) {
    const button = await joinButton(canvasElement)
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(/Available 15 minutes before start/)
    // It says why it cannot be pressed, so the keyboard must be able to get there.
    await userEvent.tab()
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(button).toHaveTextContent('Join Video Call')
  },
}

export const InProgress: Story = {
  args: { bookings: [sampleOf('in-progress')] },
  play: shows('In progress', 'Started 12 minutes ago'),
}

export const Joining: Story = {
  args: {
    bookings: [sampleOf('joinable')],
    session: { phase: 'launching', attempt: 1, bookingId: 'joinable' },
  },
  async play({ canvasElement }) {
    const button = await within(canvasElement).findByRole('button', { name: 'Joining...' })
    await expect(button).toHaveAttribute('data-state', 'busy')
  },
}

export const CallIsOpen: Story = {
  args: {
    bookings: [sampleOf('in-progress'), sampleOf('joinable')],
    session: { phase: 'connecting', attempt: 1, ticket: ticketOf('in-progress') },
  },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByRole('button', { name: 'Return to call' })).toBeVisible()
  },
}

const rich = {
  ...sampleOf('later'),
  changeableUntil: '2025-10-22T16:00:00.000Z',
  notes: 'Please bring last quarter’s figures.\nWe begin with the budget.',
  guests: [{ name: 'Bo Larsen' }, { name: 'Cy Okafor' }],
}

export const NotesAndGuests: Story = {
  args: { bookings: [rich] },
  async play(context) {
    await shows('Also invited: Bo Larsen and Cy Okafor')(context)
    await userEvent.click(within(context.canvasElement).getByText('Notes'))
    await shows(/We begin with the budget/)(context)
  },
}

export const HostIsLate: Story = {
  args: { bookings: [{ ...sampleOf('in-progress'), presence: { hostIsIn: false, others: 0 } }] },
  play: shows('Your host has not joined yet.'),
}

export const SomebodyWaits: Story = {
  args: { bookings: [{ ...sampleOf('in-progress'), presence: { hostIsIn: true, others: 1 } }] },
  play: shows('Priya Natarajan is waiting for you.'),
}

/** Its code is fetched when the focus reaches the first of them. */
async function openMenu(canvasElement: HTMLElement): Promise<void> {
  await press(() => canvasElement.querySelector<HTMLElement>('[data-meetings-part="menu-button"]'))
  const [first] = await within(canvasElement).findAllByRole('menuitem', {}, PATIENCE)
  await waitFor(() => expect(first).toHaveFocus())
}

export const Menu: Story = {
  args: {
    bookings: [rich],
    onReschedule: () => {},
    linkTo: ({ id }) => `https://app.example/meetings/${id}`,
    hostTimeZone: () => 'Asia/Tokyo',
  },
  async play({ canvasElement }) {
    await openMenu(canvasElement)
    await expect(within(canvasElement).getByRole('menuitem', { name: 'Reschedule' })).toHaveFocus()
  },
}

export const MenuTooLateToChange: Story = {
  args: { bookings: [{ ...rich, changeableUntil: '2025-10-22T13:00:00.000Z' }] },
  play: ({ canvasElement }) => openMenu(canvasElement),
}

export const Cancelling: Story = {
  args: { bookings: [rich] },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await openMenu(canvasElement)
    await userEvent.keyboard('{End}{Enter}')
    await expect(canvas.getByRole('textbox', { name: 'Reason (optional)' })).toHaveFocus()
  },
}

export const CancellingDark: Story = { ...Cancelling, globals: { scheme: 'dark' } }

/** In any language: the menu's last entry cancels. */
const cancelByKeyboard: Story['play'] = async ({ canvasElement }) => {
  await openMenu(canvasElement)
  await userEvent.keyboard('{End}{Enter}')
  await waitFor(() => expect(canvasElement.querySelector('dialog textarea')).toHaveFocus())
}

export const CancellingInGerman: Story = {
  args: { bookings: [rich] },
  play: cancelByKeyboard,
  globals: { locale: 'de-DE' },
}

export const CancellingInArabic: Story = { ...CancellingInGerman, globals: { locale: 'ar-EG' } }

export const CancellingInJapanese: Story = { ...CancellingInGerman, globals: { locale: 'ja-JP' } }

export const TimeOfTheHost: Story = {
  args: { bookings: [rich], hostTimeZone: 'Asia/Tokyo' },
  async play({ canvasElement }) {
    await openMenu(canvasElement)
    await userEvent.keyboard('s{Enter}')
    await expect(await within(canvasElement).findByText('Oct 23, 2025 at 2:00 AM (Tokyo)')).toBeVisible()
  },
}

export const MenuInArabic: Story = {
  args: { bookings: [rich], onReschedule: () => {}, hostTimeZone: 'Asia/Tokyo' },
  play: ({ canvasElement }) =>
    press(() => canvasElement.querySelector<HTMLElement>('[data-meetings-part="menu-button"]')),
  globals: { locale: 'ar-EG' },
}

export const CancelledHere: Story = {
  args: { bookings: [rich] },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await openMenu(canvasElement)
    await userEvent.keyboard('{End}{Enter}')
    await userEvent.keyboard('Ill today')
    await press(() => canvas.queryByRole('button', { name: 'Cancel meeting' }))
    await expect(await canvas.findByText(/was cancelled/)).toBeVisible()
  },
}

export const ManyToSearch: Story = {
  args: {
    bookings: Array.from({ length: 9 }, (_, index) => ({ ...sampleOf('next-week'), id: `booking-${index}` })),
  },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await userEvent.type(await canvas.findByRole('searchbox'), 'nobody')
    await expect(await canvas.findByText('No meeting matches “nobody”.')).toBeVisible()
  },
}

export const EmptyPast: Story = { args: { scope: 'past' }, play: shows('You have no past meetings.') }

export const Past: Story = { args: { ...week, scope: 'past' }, play: shows('Completed', 'Ended') }

export const Cancelled: Story = { args: { ...week, scope: 'cancelled' }, play: shows(/with Mei Tanaka/) }

export const OtherScopesByKeyboard: Story = {
  args: week,
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await canvas.findAllByRole('article')
    await userEvent.tab()
    await expect(canvas.getByRole('tab', { name: 'Upcoming' })).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect(canvas.getByRole('tab', { name: 'Cancelled' })).toHaveFocus()
    await waitFor(() => expect(canvas.getAllByRole('article')).toHaveLength(1))
    await expect(canvas.queryByRole('button', { name: 'Join Video Call' })).toBeNull()
  },
}

export const RefusedLaunch: Story = {
  args: {
    bookings: [sampleOf('joinable'), sampleOf('tomorrow')],
    launch: async () => ({
      ok: false,
      problem: {
        code: 'JOIN_TOO_EARLY',
        retryable: true,
        serverMessage: 'Meeting can only be joined 15 minutes before start time',
        requestId: 'req_7f3a',
      },
    }),
  },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    const [button] = await canvas.findAllByRole('button', { name: 'Join Video Call' })
    if (button) await userEvent.click(button)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'Meeting can only be joined 15 minutes before start time',
    )
    await expect(canvas.getAllByRole('article')).toHaveLength(2)
  },
}

export const RemovedByTheHost: Story = {
  args: {
    bookings: [sampleOf('joinable')],
    launch: async () => ({ ok: false, problem: { code: 'REMOVED_FROM_MEETING', retryable: false } }),
  },
  async play({ canvasElement }) {
    await userEvent.click(await joinButton(canvasElement))
    const alert = await within(canvasElement).findByRole('alert')
    await expect(alert).toHaveTextContent('The host removed you from this meeting.')
    await expect(alert).toHaveTextContent('Only the host can let you back in.')
  },
}

export const ShowMore: Story = {
  args: { ...week, pageSize: 2 },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await expect(await canvas.findAllByRole('article')).toHaveLength(2)
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(canvas.getAllByRole('article')).toHaveLength(4))
    await expect(canvas.getAllByRole('article')[2]).toHaveFocus()
  },
}

/** Nothing in a card sticks out of it sideways. */
async function fits({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  for (const card of await within(canvasElement).findAllByRole('article')) {
    await expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth)
    const button = within(card).getByRole('button', { name: 'Join Video Call' }).getBoundingClientRect()
    await expect(button.right).toBeLessThanOrEqual(card.getBoundingClientRect().right)
  }
}

const longName = 'Interdisciplinary quarterly consultation about '.repeat(5).slice(0, 200)

export const LongNames: Story = {
  args: {
    bookings: [
      { ...sampleOf('joinable'), meetingTypeName: longName, hostName: 'Wolfeschlegelsteinhausen'.repeat(9) },
      { ...sampleOf('tomorrow'), meetingTypeName: 'X', hostName: 'Y' },
    ],
  },
  play: fits,
}

export const German: Story = {
  args: week,
  globals: { locale: 'de-DE' },
  play: showsTheWeek('Am Videogespräch teilnehmen') ?? (() => {}),
}

export const Japanese: Story = {
  args: week,
  globals: { locale: 'ja-JP' },
  play: showsTheWeek('ビデオ通話に参加') ?? (() => {}),
}

/** What is pressed stands at the end of the line, which is on the left. */
export const ArabicMirrored: Story = {
  args: week,
  globals: { locale: 'ar-EG' },
  async play({ canvasElement }) {
    const [button] = await within(canvasElement).findAllByRole('button', {
      name: 'الانضمام إلى مكالمة الفيديو',
    })
    const card = button?.closest('article')?.getBoundingClientRect() ?? new DOMRect()
    await expect(button?.getBoundingClientRect().right).toBeLessThan(card.left + card.width / 2)
  },
}

export const Narrow: Story = {
  args: week,
  decorators: [(Story) => <div style={{ inlineSize: 328 }}>{Story()}</div>],
  play: fits,
}

export const SeenByAnAdmin: Story = {
  args: { bookings: [{ ...sampleOf('tomorrow'), viewerRole: 'admin' }] },
  async play({ canvasElement }) {
    await expect(await joinButton(canvasElement)).not.toHaveAttribute('aria-disabled')
  },
}

/** Six knobs and nothing else: a host makes the list its own. */
export const HostsOwnLook: Story = {
  args: week,
  decorators: [
    (Story) => (
      <div
        style={{
          ['--meetings-accent' as string]: '#f2b705',
          ['--meetings-radius' as string]: '2px',
          ['--meetings-density' as string]: '0.8',
          fontFamily: 'Georgia, serif',
        }}
      >
        {Story()}
      </div>
    ),
  ],
  async play({ canvasElement }) {
    const [button] = await within(canvasElement).findAllByRole('button', { name: 'Join Video Call' })
    await expect(button).toHaveStyle({ fontFamily: 'Georgia, serif', backgroundColor: 'rgb(242, 183, 5)' })
  },
}
