import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../test/stories/CallStory.tsx'
import { callInSight } from '../../../test/stories/call-in-sight.ts'
import { REACTION_KINDS } from '../../talk/reaction-kinds.ts'
import { writeMessage } from '../../talk/wire-message.ts'

const NAMES = { sam: 'Sam Rivera', priya: 'Priya Natarajan', jonas: 'Jonas Weber' }

const meta: Meta<CallStoryProps> = {
  title: 'Call/Reactions and hands',
  component: CallStory,
  play: callInSight,
  args: { people: Object.keys(NAMES).map((identity) => ({ identity })), names: NAMES, locale: 'en-US' },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }

export const Choosing: Story = {
  args: { after: ({ callView }) => callView.set({ isReacting: true }) },
  async play() {
    const choices = within(await screen.findByRole('toolbar', {}, PATIENCE)).getAllByRole('button')
    await expect(choices).toHaveLength(REACTION_KINDS.length)
    await waitFor(() => expect(choices[0]).toHaveFocus())
    await userEvent.keyboard('{ArrowRight}')
    await waitFor(() =>
      expect(choices.some((choice, index) => index > 0 && choice.matches(':focus'))).toBe(true),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Heart' }))
    await waitFor(() => expect(screen.getByRole('img', { name: 'Heart' })).toBeVisible())
    await expect(screen.queryByRole('toolbar')).toBeNull()
  },
}

export const Flying: Story = {
  args: {
    after({ room, calls }) {
      for (const kind of REACTION_KINDS.slice(0, 4)) {
        room.say('sam', writeMessage({ type: 'reaction', kind }))
      }
      room.say('priya', writeMessage({ type: 'reaction', kind: 'party' }))
      calls.talk({ type: 'react', kind: 'heart' })
    },
  },
  async play() {
    await waitFor(() =>
      expect(document.querySelectorAll('[data-meetings-part="flying-reaction"]')).toHaveLength(6),
    )
  },
}

export const Hands: Story = {
  args: {
    after({ room, calls }) {
      room.say('sam', writeMessage({ type: 'hand', upForMs: 0 }))
      calls.talk({ type: 'hand', isUp: true })
    },
  },
  async play() {
    const signs = () => document.querySelectorAll('[data-meetings-part="hand-sign"]')
    await waitFor(() => expect(signs()).toHaveLength(2))
    await userEvent.click(await screen.findByRole('button', { name: 'Lower hand' }))
    await waitFor(() => expect(signs()).toHaveLength(1))
    await userEvent.click(screen.getByRole('button', { name: 'Raise hand' }))
    await waitFor(() => expect(signs()).toHaveLength(2))
  },
}

export const AskedToUnmute: Story = {
  args: {
    async after({ room, calls }) {
      await calls.toggleMicrophone()
      room.say('sam', writeMessage({ type: 'ask-unmute', to: 'me' }))
    },
  },
  async play() {
    const notice = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-meetings-part="notice"]')
      if (!found) throw new Error('Nobody has asked yet.')
      return found
    })
    await expect(within(notice).getAllByRole('button')).toHaveLength(2)
    await userEvent.click(within(notice).getByRole('button', { name: 'Unmute' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Mute' })).toBeVisible())
    await expect(notice).not.toBeInTheDocument()
  },
}
