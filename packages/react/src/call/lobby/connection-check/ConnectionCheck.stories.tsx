import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../../test/stories/CallStory.tsx'
import { callInSight } from '../../../../test/stories/call-in-sight.ts'
import type { ConnectionReport } from '../../../room/connection-report.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Lobby/Connection check',
  component: CallStory,
  play: callInSight,
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const lobby: CallStoryProps = {
  people: [{ identity: 'sam' }],
  names: { sam: 'Sam Rivera', priya: 'Priya Natarajan' },
  lobby: true,
  locale: 'en-US',
}
const PATIENCE = { timeout: 10_000 }
const part = (name: string) => `[data-meetings-part="${name}"]`

const finds = (report: ConnectionReport): CallStoryProps => ({
  ...lobby,
  before: ({ room }) => room.findConnection(report),
})

/** Presses the button, whatever it says in this language. */
async function check(): Promise<void> {
  const dialog = await screen.findByRole('dialog', {}, PATIENCE)
  const button = await waitFor(() => {
    const found = dialog.querySelector<HTMLElement>(part('connection-check-button'))
    if (!found) throw new Error('There is no button to check the connection.')
    return found
  }, PATIENCE)
  await userEvent.click(button)
}

async function checkAndOpenDetails(): Promise<void> {
  await check()
  const details = await waitFor(() => {
    const found = document.querySelector<HTMLElement>(`${part('connection-check-details')} summary`)
    if (!found) throw new Error('There are no details.')
    return found
  }, PATIENCE)
  await userEvent.click(details)
  await waitFor(() => expect(details.parentElement).toHaveAttribute('open'))
}

const seen = async (text: string | RegExp) => {
  const dialog = within(await screen.findByRole('dialog'))
  const found = await dialog.findByText(text, {}, PATIENCE)
  await waitFor(() => expect(found).toBeVisible())
}

const found = (report: ConnectionReport, words: RegExp): Story => ({
  args: finds(report),
  async play() {
    await check()
    await seen(words)
  },
})

const fair = { quality: 'fair', latencyMs: 340, jitterMs: 18, packetLoss: 0.02, connectMs: 910 } as const
const poor = { quality: 'poor', latencyMs: 780, jitterMs: 96, packetLoss: 0.12, connectMs: 4_300 } as const

export const Idle: Story = {
  args: lobby,
  async play() {
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByRole('button', { name: 'Check connection' }, PATIENCE)
  },
}

export const Checking: Story = {
  args: { ...lobby, before: ({ room }) => void room.holdChecks() },
  async play() {
    await check()
    await seen('Measuring for a few seconds')
  },
}

export const Good: Story = {
  args: lobby,
  async play() {
    await checkAndOpenDetails()
    await seen('Your connection is good')
    await seen('42 ms')
  },
}

export const ALittleSlow = found(fair, /a little slow/)
export const Slow = found(poor, /Turn off your camera/)
export const Blocked = found({ quality: 'none', problem: 'media-blocked' }, /blocked on this network/)
export const Unreachable = found({ quality: 'none', problem: 'unreachable' }, /cannot be reached/)
export const NotChecked = found({ quality: 'none', problem: 'check-failed' }, /join all the same/)

const narrow = { viewport: { value: 'mobile1', isRotated: false } }
const inOtherWords = (locale: string): Story => ({
  args: finds(poor),
  globals: { locale },
  play: checkAndOpenDetails,
})

export const Narrow: Story = { args: finds(poor), globals: narrow, play: checkAndOpenDetails }
export const German = inOtherWords('de-DE')
export const Japanese = inOtherWords('ja-JP')
export const RightToLeft = inOtherWords('ar-EG')
