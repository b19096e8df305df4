import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { speakInto } from '../../../test/stories/speak-into.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Microphone hints',
  component: CallStory,
  args: { people: [{ identity: 'sam' }], names: { sam: 'Sam Rivera' }, locale: 'en-US' },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

/** Listens on, a second at a time, until the hint is there. */
const told = (words: RegExp) =>
  waitFor(
    () => {
      shownRuntime().clock.advance(1_000)
      expect(screen.getByText(words)).toBeVisible()
    },
    { timeout: 10_000 },
  )

export const TalkingWhileMuted: Story = {
  args: {
    before: ({ devices }) => speakInto(devices),
    after: ({ calls }) => calls.toggleMicrophone(),
  },
  async play() {
    await told(/You are muted. Hold Space bar to talk/)
    const unmute = screen.getAllByRole('button', { name: 'Unmute' })
    await expect(unmute).toHaveLength(2)
    const inTheHint = unmute.find((button) => button.matches('[data-meetings-part="hint-button"]'))
    if (inTheHint) await userEvent.click(inTheHint)
    await waitFor(() => {
      shownRuntime().clock.advance(1_000)
      expect(screen.queryByText(/You are muted/)).toBeNull()
    })
    await expect(screen.getByRole('button', { name: 'Mute' })).toBeVisible()
  },
}

/** Nothing comes from the microphone, not even noise: a switch, a cable, or the wrong one. */
export const DeadMicrophone: Story = {
  async play() {
    await told(/There is no sound from your microphone/)
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }))
    await expect(await screen.findByRole('region', { name: 'Settings' })).toBeVisible()
  },
}
