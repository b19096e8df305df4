import { type Booking, MINUTE_MS } from '@meetings/contract'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../test/stories/CallStory.tsx'
import { callInSight } from '../../../test/stories/call-in-sight.ts'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import type { TestRuntime } from '../../testing/create-test-runtime.ts'
import { sampleBooking } from '../../testing/sample-booking.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Around the call',
  component: CallStory,
  play: callInSight,
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const two: CallStoryProps = {
  people: [{ identity: 'sam' }],
  names: { sam: 'Sam Rivera' },
  locale: 'en-US',
}

const seen = async (text: string | RegExp) =>
  waitFor(async () => expect(await screen.findByText(text)).toBeVisible(), { timeout: 5_000 })

/** Once the surroundings of the call have loaded. */
const later = (act: (runtime: TestRuntime) => void) => async (runtime: TestRuntime) => {
  await new Promise((resolve) => setTimeout(resolve, 100))
  runtime.clock.advance(4_000)
  await import('./around.ts')
  await new Promise((resolve) => setTimeout(resolve, 200))
  act(runtime)
}

function addNext(
  { queryClient, clock }: TestRuntime,
  startsInMinutes: number,
  change: Partial<Booking> = {},
) {
  const next = sampleBooking(clock.now(), {
    id: 'next',
    meetingTypeName: 'Review',
    startsInMinutes,
    ...change,
  })
  queryClient.setQueryData([...BOOKINGS_KEY, 'next'], {
    pages: [{ bookings: [next], nextCursor: null, serverTime: next.startTime }],
    pageParams: [null],
  })
}

export const TwoMinutesLeft: Story = {
  args: { ...two, after: later(({ clock }) => clock.advance(18.3 * MINUTE_MS)) },
  play: () => seen('This meeting ends in 2 minutes.'),
}

export const TimeIsUp: Story = {
  args: { ...two, after: later(({ clock }) => clock.advance(23 * MINUTE_MS)) },
  async play() {
    await seen('The scheduled time is over. You can go on, or leave.')
    await userEvent.click(screen.getByRole('button', { name: 'Stay' }))
    await expect(screen.queryByText(/scheduled time is over\. You/)).toBeNull()
    await seen(/^\d min over$/)
  },
}

export const NextMeetingSoon: Story = {
  args: { ...two, after: later((runtime) => addNext(runtime, 4.5)) },
  play: () => seen('Your next meeting, Review, starts in 5 minutes.'),
}

export const HostIsLate: Story = {
  args: { ...two, people: [], after: later(() => {}) },
  play: () => seen(/^Sam Rivera has not come yet/),
}

export const SlowNetwork: Story = {
  args: {
    ...two,
    after: later(({ room, clock }) => {
      room.feel(1)
      room.change('sam', { isSwitchedOff: true })
      setTimeout(() => clock.advance(10_000), 200)
    }),
  },
  play: () => seen('Your connection is slow: video is paused, sound goes on.'),
}

export const Recorded: Story = {
  args: { ...two, after: later(({ room }) => room.record(true)) },
  async play() {
    await seen('This call is being recorded.')
    await seen('Recording')
  },
}

export const WithCaptions: Story = {
  args: {
    ...two,
    after: later(({ room }) => {
      room.caption('sam', 'Good morning. I have read your notes.', { language: 'en-US' })
      room.caption('sam', 'Shall we begin with the second page?', { language: 'en-US' })
    }),
  },
  play: () => seen('Shall we begin with the second page?'),
}

export const Statistics: Story = {
  args: {
    ...two,
    after({ room, callView, clock }) {
      const track = { packets: 1_000, packetsLost: 4, roundTripMs: null, frameRate: 30 }
      const picture = { ...track, kind: 'video' as const, width: 1280, height: 720, codec: 'VP8' }
      const own = `MT-${room.published?.camera?.id}`
      const count = (at: number, bytes: number) =>
        room.measure({
          at,
          tracks: [
            { ...picture, sid: own, direction: 'sent', bytes, roundTripMs: 38 },
            { ...picture, sid: 'MT-sam-camera', direction: 'received', bytes: bytes * 1.4 },
          ],
        })
      count(0, 0)
      callView.set({ panel: 'statistics' })
      setTimeout(() => {
        count(2_000, 300_000)
        clock.advance(2_000)
      }, 700)
    },
  },
  async play() {
    const panel = within(await screen.findByRole('region', { name: 'Connection' }))
    await waitFor(() => expect(panel.getByText('1.2 Mb/s')).toBeVisible(), { timeout: 5_000 })
    await seen('38 ms')
  },
}

export const EndedWithWhatIsNext: Story = {
  args: {
    ...two,
    after: later((runtime) => {
      addNext(runtime, 90)
      runtime.room.end({ kind: 'completed' })
    }),
  },
  async play() {
    await seen('The call has ended')
    await seen(/^Next: Today at .*, Review$/)
  },
}

export const FeedbackAsked: Story = {
  args: {
    ...two,
    before(runtime) {
      runtime.onFeedback = () => () => {}
    },
    after: later(({ calls }) => void calls.leave()),
  },
  async play() {
    const card = within(await screen.findByRole('region', { name: /How was the quality/ }))
    await userEvent.click(card.getByRole('button', { name: 'Bad' }))
    await userEvent.click(card.getByRole('checkbox', { name: 'The sound' }))
    await expect(card.getByRole('button', { name: 'Send' })).toBeVisible()
  },
}
