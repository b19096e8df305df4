import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { callDialog, callInSight, callTile, seen } from '../../../test/stories/call-in-sight.ts'
import type { FakePerson } from '../../room/fake/fake-participant.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Minimised',
  component: CallStory,
  args: { people: [{ identity: 'sam' }], names: { sam: 'Sam Rivera' }, locale: 'en-US' },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const sam = (change: Omit<FakePerson, 'identity'>): Partial<CallStoryProps> => ({
  people: [{ identity: 'sam', ...change }],
})

/** The call as a tile: below it the page is the page's own. */
async function minimise() {
  await callInSight()
  const call = within(await callDialog())
  await userEvent.click(await call.findByRole('button', { name: /^Minimise|^Verkleinern|^تصغير/ }))
  return within(await callTile())
}

/** How far the tile is from the edges of the window, in CSS pixels. */
async function gaps() {
  const { left, top, right, bottom } = (await callTile()).getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  return { left, top, right: clientWidth - right, bottom: clientHeight - bottom }
}

const voices = () => [...document.querySelectorAll<HTMLAudioElement>('[data-meetings-part="sound"] audio')]

export const Minimised: Story = {
  async play() {
    await waitFor(() => expect(voices()).toHaveLength(1), { timeout: 10_000 })
    const [voice] = voices()
    const tile = await minimise()
    await seen(await tile.findByText('Sam Rivera'))
    await expect(tile.getByRole('button', { name: 'Return to call' })).toHaveFocus()
    await expect(voices()[0]).toBe(voice)
    await expect(shownRuntime().room.playing).toContain(voice)
    await userEvent.click(screen.getByRole('button', { name: 'Something to press' }))
    await expect(screen.getByRole('button', { name: 'Something to press' })).toHaveFocus()
  },
}

export const AndBack: Story = {
  async play() {
    await userEvent.click((await minimise()).getByRole('button', { name: 'Return to call' }))
    await expect(await callDialog()).toHaveFocus()
  },
}

export const Alone: Story = {
  args: { people: [] },
  async play() {
    const tile = await minimise()
    await seen(await tile.findByText('Waiting for Sam Rivera'))
    await seen(tile.getByText('You'))
  },
}

export const Muted: Story = {
  args: sam({ microphone: 'muted', camera: 'off' }),
  async play() {
    const tile = await minimise()
    await userEvent.click(tile.getByRole('button', { name: 'Mute' }))
    await seen(await tile.findByRole('button', { name: 'Unmute' }))
    await seen(await tile.findByRole('img', { name: 'Muted' }))
  },
}

export const Reconnecting: Story = {
  async play() {
    const tile = await minimise()
    shownRuntime().room.drop()
    await seen(await tile.findByText('Reconnecting'))
  },
}

export const SharedScreen: Story = {
  args: sam({ isSharing: true }),
  async play() {
    await seen(await (await minimise()).findByText('Screen of Sam Rivera'))
  },
}

export const BlockedCamera: Story = {
  args: { before: ({ devices }) => devices.refuse('camera', 'denied') },
  async play() {
    await (await minimise()).findByText(/Your camera is blocked/)
  },
}

export const InAnotherCorner: Story = {
  async play() {
    const tile = await minimise()
    await expect(await gaps()).toMatchObject({ right: 16, bottom: 16 })
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}')
    await expect(await gaps()).toMatchObject({ left: 16, top: 16 })
    await expect(tile.getByRole('button', { name: 'Return to call' })).toHaveFocus()
  },
}

export const German: Story = {
  globals: { locale: 'de-DE' },
  async play() {
    const tile = await minimise()
    await seen(await tile.findByText('Sam Rivera'))
    await seen(tile.getByRole('button', { name: 'Zurück zum Anruf' }))
  },
}

export const RightToLeft: Story = {
  globals: { locale: 'ar-EG' },
  async play() {
    await seen(await (await minimise()).findByText('Sam Rivera'))
    await expect(await gaps()).toMatchObject({ left: 16, bottom: 16 })
  },
}

export const Narrow: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  async play() {
    await seen(await (await minimise()).findByText('Sam Rivera'))
    const { left } = await gaps()
    await expect(left).toBeGreaterThanOrEqual(16)
  },
}
