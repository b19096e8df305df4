import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../test/stories/CallStory.tsx'
import { callInSight } from '../../../test/stories/call-in-sight.ts'
import type { ProblemCode } from '../../client/meetings-problem.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Waiting room',
  component: CallStory,
  play: callInSight,
  args: {
    people: [{ identity: 'sam' }],
    names: { sam: 'Sam Rivera' },
    locale: 'en-US',
    before: ({ client }) => void client.keepWaiting(),
  },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }
const dialog = async () => within(await screen.findByRole('dialog', {}, PATIENCE))
const seen = (element: HTMLElement) => waitFor(() => expect(element).toBeVisible())

export const Waiting: Story = {
  async play() {
    const { findByText, getByRole } = await dialog()
    await seen(await findByText('Sam Rivera will let you in soon.', {}, PATIENCE))
    await seen(getByRole('button', { name: 'Leave' }))
  },
}

export const Leaving: Story = {
  async play() {
    await userEvent.click(await (await dialog()).findByRole('button', { name: 'Leave' }, PATIENCE))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  },
}

/** The answer that comes after the first one. */
const answered = (answer: 'yes' | ProblemCode, retryable = false): Story['args'] => ({
  before({ client, calls, clock }) {
    const admit = client.keepWaiting()
    const unsubscribe = calls.subscribe(() => {
      if (calls.getState().session.phase !== 'waiting') return
      unsubscribe()
      if (answer === 'yes') admit()
      else client.failNext('launchVideo', { code: answer, retryable })
      // Not sooner: the question is asked in a moment, after this has been told.
      setTimeout(() => clock.advance(5_000), 100)
    })
  },
})

const said = (words: RegExp): Story['play'] => {
  return async () => seen(await (await dialog()).findByText(words, {}, PATIENCE))
}

export const Admitted: Story = {
  args: answered('yes') ?? {},
  async play() {
    await seen(await (await dialog()).findByText('Sam Rivera', { selector: '[role=listitem] *' }, PATIENCE))
  },
}

export const Locked: Story = {
  args: answered('MEETING_LOCKED', true) ?? {},
  play: said(/has locked this meeting/) ?? (() => {}),
}

export const Unreachable: Story = {
  args: answered('NETWORK_UNREACHABLE', true) ?? {},
  play: said(/We keep trying/) ?? (() => {}),
}

export const Refused: Story = {
  args: answered('REMOVED_FROM_MEETING') ?? {},
  play: said(/The host did not let you in/) ?? (() => {}),
}

export const MeetingOver: Story = {
  args: answered('BOOKING_ENDED') ?? {},
  play: said(/This meeting is over/) ?? (() => {}),
}

const narrow = { viewport: { value: 'mobile1', isRotated: false } }

export const Narrow: Story = { globals: narrow, play: Waiting.play ?? (() => {}) }

export const German: Story = {
  globals: { locale: 'de-DE' },
  play: said(/Sam Rivera lässt Sie gleich herein/) ?? (() => {}),
}

export const Japanese: Story = {
  globals: { locale: 'ja-JP' },
  play: said(/Sam Riveraさんがまもなく入室を許可します/) ?? (() => {}),
}

/** Oneself is on the right. */
export const RightToLeft: Story = {
  globals: { locale: 'ar-EG' },
  async play() {
    const words = await (await dialog()).findByText(/سيسمح لك Sam Rivera/, {}, PATIENCE)
    await seen(words)
    const oneself = (await dialog()).getByRole('group', { name: 'كما سيراك الآخرون' })
    await expect(oneself.getBoundingClientRect().left).toBeGreaterThan(words.getBoundingClientRect().right)
  },
}

export const LongNames: Story = {
  args: {
    names: { sam: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim() },
    booking: { meetingTypeName: 'Q'.repeat(200) },
  },
  async play() {
    await seen(await (await dialog()).findByText(/^Wolfeschlegel.* will let you in soon/, {}, PATIENCE))
    const room = document.querySelector('[data-meetings-part="lobby"]')
    await expect(room?.scrollWidth).toBeLessThanOrEqual(room?.clientWidth ?? 0)
  },
}
