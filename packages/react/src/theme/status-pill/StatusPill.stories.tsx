import type { Meta, StoryObj } from '@storybook/react-vite'
import { MeetingsRoot } from '../root/MeetingsRoot.tsx'
import { StatusPill } from './StatusPill.tsx'

const meta: Meta<typeof StatusPill> = {
  title: 'Theme/StatusPill',
  component: StatusPill,
  render: () => (
    <MeetingsRoot style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <StatusPill tone="success">Confirmed</StatusPill>
      <StatusPill tone="live">In progress</StatusPill>
      <StatusPill tone="neutral">Completed</StatusPill>
      <StatusPill tone="danger">Cancelled</StatusPill>
      <StatusPill tone="warning">Needs attention</StatusPill>
    </MeetingsRoot>
  ),
}

export default meta

export const Light: StoryObj<typeof StatusPill> = {}
export const Dark: StoryObj<typeof StatusPill> = { globals: { scheme: 'dark' } }
