import { type Booking, MINUTE_MS } from '@meetings/contract'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { callInSight, controls, partOf } from '../../../test/stories/call-in-sight.ts'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import { writeMessage } from '../../talk/wire-message.ts'
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

/** Once the call is drawn, with what surrounds it. */
const later = (act: (runtime: TestRuntime) => void) => async (runtime: TestRuntime) => {
  await callInSight()
  act(runtime)
}

/** Sees what comes of time going by: so much of it at each look. */
const seenAfter = (ms: number, text: string | RegExp) =>
  waitFor(() => {
    shownRuntime().clock.advance(ms)
    return expect(screen.getByText(text)).toBeVisible()
  })

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
  args: { ...two, after: later(({ clock }) => clock.advance(18.4 * MINUTE_MS)) },
  async play() {
    await seen('This meeting ends in 2 minutes.')
    await seen('2 min left')
  },
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

export const LeftWhenTimeIsUp: Story = {
  args: TimeIsUp.args ?? two,
  async play() {
    await seen('The scheduled time is over. You can go on, or leave.')
    const notice = within(partOf('notice') as HTMLElement)
    await userEvent.click(notice.getByRole('button', { name: 'Leave' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(shownRuntime().devices.live).toHaveLength(0)
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
    after: later(({ room }) => {
      room.feel(1)
      room.change('sam', { isSwitchedOff: true })
    }),
  },
  async play() {
    await callInSight()
    await seenAfter(10_000, 'Your connection is slow: video is paused, sound goes on.')
  },
}

export const Recovered: Story = {
  args: two,
  async play() {
    await callInSight()
    const { room } = shownRuntime()
    room.drop()
    await seenAfter(1_000, 'Your connection was lost. Reconnecting; please stay.')
    room.restore()
    await seen('You are connected again.')
    await waitFor(() => expect(screen.queryByText(/^Your connection was lost/)).toBeNull())
  },
}

/** What a screen reader is told, in the order in which it happens. */
export const Announced: Story = {
  args: { ...two, names: { sam: 'Sam Rivera', priya: 'Priya Natarajan' } },
  async play() {
    await callInSight()
    const { room } = shownRuntime()
    const said = (words: string) =>
      waitFor(() => {
        // News that come at once are told together.
        shownRuntime().clock.advance(1_500)
        const regions = [...document.querySelectorAll('[data-meetings-part="call-screen"] [role="status"]')]
        expect(regions.map(({ textContent }) => textContent)).toContain(words)
      })
    await said('You are in the call')
    room.join({ identity: 'priya' })
    await said('Priya Natarajan joined')
    room.say('priya', writeMessage({ type: 'hand', upForMs: 0 }))
    await said('Priya Natarajan raised a hand')
    room.change('sam', { microphone: 'muted', isSharing: true })
    await said('Sam Rivera is muted. Sam Rivera is sharing a screen')
    room.leave('priya')
    await said('Priya Natarajan left')
  },
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
  async play() {
    const last = 'Shall we begin with the second page?'
    await seen(last)
    const captions = within(screen.getByRole('region', { name: 'Captions' }))
    await userEvent.click(captions.getByRole('button', { name: 'Hide this message' }))
    await waitFor(() => expect(screen.queryByText(last)).toBeNull())
    await userEvent.click((await controls()).getByRole('button', { name: 'More' }))
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Captions', checked: false }))
    await seen(last)
  },
}

/** What the connection has carried `seconds` into the call, always at the same rate. */
function carried({ room }: TestRuntime, seconds: number): void {
  const track = { packets: 1_000, packetsLost: 4, roundTripMs: null, frameRate: 30 }
  const picture = { ...track, kind: 'video' as const, width: 1280, height: 720, codec: 'VP8' }
  const own = `MT-${room.published?.camera?.id}`
  const bytes = seconds * 150_000
  room.measure({
    at: seconds * 1_000,
    tracks: [
      { ...picture, sid: own, direction: 'sent', bytes, roundTripMs: 38 },
      { ...picture, sid: 'MT-sam-camera', direction: 'received', bytes: bytes * 1.4 },
    ],
  })
}

export const Statistics: Story = {
  args: {
    ...two,
    after(runtime) {
      carried(runtime, 0)
      runtime.callView.set({ panel: 'statistics' })
    },
  },
  async play() {
    const panel = within(await screen.findByRole('region', { name: 'Connection' }, { timeout: 10_000 }))
    let seconds = 0
    await waitFor(() => {
      seconds += 2
      carried(shownRuntime(), seconds)
      shownRuntime().clock.advance(2_000)
      return expect(panel.getByText('1.2 Mb/s')).toBeVisible()
    })
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

const onFeedback = fn()

export const FeedbackAsked: Story = {
  args: {
    ...two,
    before(runtime) {
      runtime.onFeedback = () => onFeedback
    },
    after: later(({ calls }) => void calls.leave()),
  },
  async play() {
    const card = within(
      await screen.findByRole('region', { name: /How was the quality/ }, { timeout: 10_000 }),
    )
    await userEvent.click(card.getByRole('button', { name: 'Bad' }))
    await userEvent.click(card.getByRole('checkbox', { name: 'The sound' }))
    await expect(card.getByRole('button', { name: 'Send' })).toBeVisible()
    await expect(onFeedback).not.toHaveBeenCalled()
  },
}

export const FeedbackSent: Story = {
  args: FeedbackAsked.args ?? two,
  async play(context) {
    await FeedbackAsked.play?.(context)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Delays' }))
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await seen('Thank you.')
    await expect(onFeedback).toHaveBeenCalledTimes(1)
    await expect(onFeedback).toHaveBeenCalledWith(
      expect.objectContaining({ rating: 'bad', reasons: ['sound', 'delay'] }),
    )
    await expect(screen.queryByRole('button', { name: 'Send' })).toBeNull()
  },
}
