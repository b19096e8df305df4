import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { MeetingsRoot } from '../root/MeetingsRoot.tsx'
import { ErrorPanel } from './ErrorPanel.tsx'

const meta: Meta<typeof ErrorPanel> = {
  title: 'Theme/ErrorPanel',
  component: ErrorPanel,
  args: {
    problem: { code: 'VIDEO_UNAVAILABLE', retryable: true, requestId: 'req_7f3a', vendorCode: 53000 },
    onRetry: fn(),
  },
  render: (props) => (
    <MeetingsRoot>
      <ErrorPanel {...props} />
    </MeetingsRoot>
  ),
}

export default meta
type Story = StoryObj<typeof ErrorPanel>

export const WithRetry: Story = {
  async play({ canvasElement, args }) {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Retry' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
}

export const Retrying: Story = { args: { isRetrying: true } }

export const NothingToPress: Story = {
  args: { problem: { code: 'BOOKING_CANCELLED', retryable: false }, onRetry: undefined, size: 'inline' },
}

export const DetailsForSupport: Story = {
  globals: { scheme: 'dark' },
  async play({ canvasElement }) {
    const canvas = within(canvasElement)
    await expect(canvas.getByText('VIDEO_UNAVAILABLE · 53000 · req_7f3a')).not.toBeVisible()
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText('VIDEO_UNAVAILABLE · 53000 · req_7f3a')).toBeVisible()
  },
}
