import type { Meta, StoryObj } from '@storybook/react-vite'
import { StoryRuntime } from '../../../test/stories/StoryRuntime.tsx'
import { sampleOf } from '../../../test/stories/sample-week.ts'
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

export const Soon: Story = {}
export const SoonDark: Story = { globals: { scheme: 'dark' } }
export const Live: Story = { args: { booking: sampleOf('in-progress') } }
export const Ahead: Story = { args: { booking: sampleOf('later') } }
export const Completed: Story = { args: { booking: sampleOf('past') } }
export const NotHeld: Story = { args: { booking: sampleOf('not-held') } }
export const Cancelled: Story = { args: { booking: sampleOf('cancelled') } }
export const SeenByTheHost: Story = { args: { booking: { ...sampleOf('joinable'), viewerRole: 'host' } } }
