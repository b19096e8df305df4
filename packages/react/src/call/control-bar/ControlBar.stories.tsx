import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { controls, isInside, seen } from '../../../test/stories/call-in-sight.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Controls',
  component: CallStory,
  args: { people: [{ identity: 'sam' }], names: { sam: 'Sam Rivera' }, locale: 'en-US' },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const isMuted = () => shownRuntime().room.published?.isMuted

export const Names: Story = {
  async play() {
    const button = (await controls()).getByRole('button', { name: 'Mute' })
    const name = within(button).getByText('Mute')
    await expect(name).not.toBeVisible()
    button.focus()
    await seen(name)
    await expect(isInside(name)).toBe(true)
  },
}

export const Leaving: Story = {
  async play() {
    const { devices } = shownRuntime()
    const leave = (await controls()).getByRole('button', { name: 'Leave' })
    await waitFor(() => expect(devices.live).toHaveLength(2))
    await userEvent.click(leave)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(devices.live).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: 'Something to press' }))
    await expect(screen.getByRole('button', { name: 'Something to press' })).toHaveFocus()
  },
}

export const Keys: Story = {
  async play() {
    const { findByRole, getByRole } = await controls()
    await userEvent.keyboard('m')
    await seen(await findByRole('button', { name: 'Unmute' }))
    await userEvent.keyboard('c')
    const field = await screen.findByRole('textbox')
    await userEvent.type(field, 'mm, vm')
    await expect(field).toHaveValue('mm, vm')
    await seen(getByRole('button', { name: 'Unmute' }))
    await seen(getByRole('button', { name: 'Turn camera off' }))
    // Beside the call a key is the page's.
    screen
      .getByRole('heading', { name: 'Notes' })
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }))
    await expect(isMuted()).toBe(true)
  },
}

export const PushToTalk: Story = {
  async play() {
    const { findByRole } = await controls()
    // Remembers what is held.
    const user = userEvent.setup()
    await user.keyboard('m')
    await seen(await findByRole('button', { name: 'Unmute' }))
    await user.keyboard('{ >}')
    await seen(await findByRole('button', { name: 'Mute' }))
    await expect(isMuted()).toBe(false)
    await user.keyboard('{/ }')
    await seen(await findByRole('button', { name: 'Unmute' }))
    await expect(isMuted()).toBe(true)
  },
}
