import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { callInSight } from '../../../test/stories/call-in-sight.ts'
import { writeMessage } from '../../talk/wire-message.ts'
import type { TestRuntime } from '../../testing/create-test-runtime.ts'

const NAMES = { sam: 'Sam Rivera', priya: 'Priya Natarajan', jonas: 'Jonas Weber' }

const meta: Meta<CallStoryProps> = {
  title: 'Call/Chat',
  component: CallStory,
  play: callInSight,
  args: { people: Object.keys(NAMES).map((identity) => ({ identity })), names: NAMES, locale: 'en-US' },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

let count = 0
function says({ room }: TestRuntime, identity: string, text: string): void {
  count += 1
  room.say(identity, writeMessage({ type: 'chat', id: `${count}`, text }))
}

function conversation(runtime: TestRuntime): void {
  const { calls, clock } = runtime
  says(runtime, 'sam', 'Good morning everybody')
  says(runtime, 'sam', 'The plan is here: https://example.com/plan (it has three parts).')
  clock.advance(70_000)
  calls.talk({ type: 'chat', text: 'Thank you, I am reading it.' })
  clock.advance(20_000)
  says(runtime, 'priya', 'صباح الخير! هل نبدأ؟')
  says(runtime, 'jonas', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2))
  calls.talk({ type: 'chat', text: 'Line one\nLine two\n\nLine four' })
}

const openChat = ({ callView }: TestRuntime) => callView.set({ panel: 'chat' })
/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }
const log = () => screen.findByRole('log', {}, PATIENCE)

export const Empty: Story = {
  args: { after: openChat },
  async play() {
    await waitFor(async () =>
      expect(
        within(await log()).getByText(/./, { selector: '[data-meetings-part="chat-empty"]' }),
      ).toBeVisible(),
    )
  },
}

export const Conversation: Story = {
  args: {
    after(runtime) {
      conversation(runtime)
      openChat(runtime)
    },
  },
  async play() {
    const messages = within(await log())
    await waitFor(() => expect(messages.getByRole('link')).toBeVisible())
    await expect(messages.getByRole('link')).toHaveAttribute('href', 'https://example.com/plan')
  },
}

export const Writing: Story = {
  args: { after: openChat },
  async play() {
    await log()
    const field = await screen.findByRole('textbox')
    await userEvent.type(field, 'Hello{Shift>}{Enter}{/Shift}everybody{Enter}')
    await waitFor(async () => expect(within(await log()).getByText(/Hello\s+everybody/)).toBeVisible())
    await expect(field).toHaveValue('')
  },
}

export const NotSent: Story = {
  args: {
    after(runtime) {
      conversation(runtime)
      runtime.room.drop()
      runtime.calls.talk({ type: 'chat', text: 'Can you still hear me?' })
      openChat(runtime)
    },
  },
  async play() {
    await waitFor(async () =>
      expect(
        (await log()).querySelector('[data-status="not-sent"] [data-meetings-part="chat-retry"]'),
      ).toBeVisible(),
    )
  },
}

export const SentAgain: Story = {
  args: NotSent.args ?? {},
  async play() {
    const again = await within(await log()).findByRole('button', { name: 'Send again' })
    await userEvent.click(again)
    await expect(await screen.findByText(/There is still no connection/)).toBeVisible()
    shownRuntime().room.restore()
    await userEvent.click(again)
    await waitFor(() => expect(again).not.toBeInTheDocument())
    await expect(within(await log()).getByText('Can you still hear me?')).toBeVisible()
  },
}

export const Unread: Story = {
  args: {
    async after(runtime) {
      conversation(runtime)
      // The preview shows what comes while somebody looks.
      await screen.findByRole('list')
      says(runtime, 'priya', 'Shall we begin? I have to leave a little earlier today.')
    },
  },
  async play() {
    const badge = () =>
      document.querySelector('[data-meetings-part="chat-button"] [data-meetings-part="badge"]')
    await waitFor(() => expect(badge()).toHaveTextContent('5'))
    const preview = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-meetings-part="chat-preview"]')
      if (!found) throw new Error('No preview yet.')
      return found
    })
    await waitFor(() => expect(preview).toBeVisible())
  },
}

export const NewMessagesBelow: Story = {
  args: {
    after(runtime) {
      for (let number = 1; number <= 40; number += 1) {
        says(runtime, number % 2 ? 'sam' : 'priya', `Message ${number}`)
        runtime.clock.advance(1_000)
      }
      openChat(runtime)
      return runtime.clock.advance(1_000)
    },
  },
  async play() {
    const list = await log()
    await waitFor(() => expect(list.scrollTop + list.clientHeight).toBeGreaterThan(list.scrollHeight - 30))
  },
}
