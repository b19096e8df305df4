import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { MeetingsRoot } from '../root/MeetingsRoot.tsx'
import { Button } from './Button.tsx'

const meta: Meta<typeof Button> = {
  title: 'Theme/Button',
  component: Button,
  args: { children: 'Join Video Call', onClick: fn() },
  render: (props) => (
    <MeetingsRoot>
      <Button {...props} />
    </MeetingsRoot>
  ),
}

export default meta
type Story = StoryObj<typeof Button>

export const Primary: Story = { args: { look: 'primary' } }
export const PrimaryDark: Story = { args: { look: 'primary' }, globals: { scheme: 'dark' } }
export const Secondary: Story = {}
export const Plain: Story = { args: { look: 'plain' } }
export const Danger: Story = { args: { look: 'danger', children: 'Leave' } }

export const Busy: Story = {
  args: { look: 'primary', isBusy: true, children: 'Joining...' },
  async play({ canvasElement, args }) {
    const button = within(canvasElement).getByRole('button', { name: 'Joining...' })
    await userEvent.dblClick(button)
    await expect(args.onClick).not.toHaveBeenCalled()
  },
}

export const Unavailable: Story = {
  args: { isUnavailable: true },
  async play({ canvasElement, args }) {
    await userEvent.tab()
    await expect(within(canvasElement).getByRole('button')).toHaveFocus()
    await userEvent.keyboard('{Enter} ')
    await expect(args.onClick).not.toHaveBeenCalled()
  },
}
