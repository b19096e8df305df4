import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { StoryRuntime } from '../../../test/stories/StoryRuntime.tsx'
import { sampleOf } from '../../../test/stories/sample-week.ts'
import { shows } from '../../../test/stories/shows.ts'
import { MeetingsRoot } from '../../theme/root/MeetingsRoot.tsx'
import { BookingCard } from './BookingCard.tsx'

const meta: Meta<typeof BookingCard> = {
  title: 'Bookings/BookingCard',
  component: BookingCard,
  args: { booking: sampleOf('joinable'), headingLevel: 2 },
  render: (props, { globals }) => (
    <StoryRuntime locale={globals['locale']}>
      <MeetingsRoot>
        <BookingCard {...props} />
      </MeetingsRoot>
    </StoryRuntime>
  ),
}

export default meta
type Story = StoryObj<typeof BookingCard>

const join = { name: 'Join Video Call' }

/** Over: there is nothing to press. */
const isOver =
  (status: string): Story['play'] =>
  async (context) => {
    await shows(status)(context)
    await expect(within(context.canvasElement).queryByRole('button', join)).toBeNull()
  }

export const Soon: Story = {
  async play(context) {
    await shows('Starts in 5 minutes', 'with Sam Rivera')(context)
    await expect(within(context.canvasElement).getByRole('button', join)).toBeEnabled()
  },
}

export const SoonDark: Story = { globals: { scheme: 'dark' }, play: shows('Starts in 5 minutes') }

export const Live: Story = {
  args: { booking: sampleOf('in-progress') },
  play: shows('In progress', 'Started 12 minutes ago'),
}

export const Ahead: Story = {
  args: { booking: sampleOf('later') },
  async play(context) {
    await shows('Available 15 minutes before start')(context)
    const button = within(context.canvasElement).getByRole('button', join)
    await userEvent.click(button)
    await expect(button).toHaveAttribute('aria-disabled', 'true')
  },
}

export const Completed: Story = {
  args: { booking: sampleOf('past') },
  play: isOver('Completed') ?? (() => {}),
}

export const NotHeld: Story = { args: { booking: sampleOf('not-held') }, play: isOver('Ended') ?? (() => {}) }

export const Cancelled: Story = {
  args: { booking: sampleOf('cancelled') },
  play: isOver('Cancelled') ?? (() => {}),
}

/** A host reads who booked. */
export const SeenByTheHost: Story = {
  args: { booking: { ...sampleOf('joinable'), viewerRole: 'host' } },
  play: shows('with Alex Morgan'),
}
