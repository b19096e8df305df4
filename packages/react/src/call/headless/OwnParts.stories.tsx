import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useRef } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { OwnScreen } from '../../../test/own-screen.tsx'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { callDialog, controls, peopleList, seen } from '../../../test/stories/call-in-sight.ts'
import type { CallTileProps } from '../components.ts'
import { useCall } from './useCall.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Parts of the host',
  component: CallStory,
  args: {
    people: [{ identity: 'sam' }, { identity: 'priya', microphone: 'muted' }],
    names: { sam: 'Sam Rivera', priya: 'Priya Natarajan' },
    locale: 'en-US',
  },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const VIOLET = { color: '#ffffff', background: '#3b2f63' }

function SquareTile({ name, isMuted, attachCamera }: CallTileProps) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) return attachCamera?.(video.current)
  }, [attachCamera])
  return (
    <figure style={{ ...VIOLET, margin: 0, blockSize: '100%' }}>
      <video ref={video} autoPlay playsInline muted style={{ inlineSize: '100%', blockSize: '80%' }} />
      <figcaption>
        {name}
        {isMuted && ', silent'}
      </figcaption>
    </figure>
  )
}

function WordedMicrophone() {
  const { isMuted, toggleMicrophone } = useCall()
  return (
    <button type="button" aria-pressed={isMuted} onClick={() => void toggleMicrophone()}>
      Silence
    </button>
  )
}

export const OwnTile: Story = {
  args: { components: { Tile: SquareTile, MicrophoneButton: WordedMicrophone } },
  async play() {
    const people = within(await peopleList())
    const tile = (await people.findByText('Sam Rivera')).parentElement
    await seen(people.getByText('Priya Natarajan, silent'))
    await waitFor(() => expect(tile?.querySelector('video')?.videoWidth).toBeGreaterThan(0))
    shownRuntime().room.change('sam', { microphone: 'muted' })
    await seen(await people.findByText('Sam Rivera, silent'))
    const button = (await controls()).getByRole('button', { name: 'Silence' })
    await userEvent.click(button)
    await waitFor(() => expect(button).toHaveAttribute('aria-pressed', 'true'))
    await expect(shownRuntime().room.published?.isMuted).toBe(true)
  },
}

/** Nothing of ours to be seen: the hooks and `<CallAudio>` are all there is. */
export const OwnWholeScreen: Story = {
  args: { screen: <OwnScreen />, lobby: true, blocksSound: true },
  async play() {
    const { findByRole, findByText, queryByRole } = screen
    await userEvent.click(await findByRole('button', { name: 'Go in' }, { timeout: 10_000 }))
    await seen(await findByText('Priya Natarajan, quiet'))
    await userEvent.click(await findByRole('button', { name: 'Let me hear them' }))
    await waitFor(() => expect(queryByRole('button', { name: 'Let me hear them' })).toBeNull())
    await userEvent.click(await findByRole('button', { name: 'Hush' }))
    await expect(shownRuntime().room.published?.isMuted).toBe(true)
    await userEvent.click(await findByRole('button', { name: 'Greet' }))
    await seen(await findByText('I: Good morning'))
    shownRuntime().room.end({ kind: 'time-limit' })
    await seen(await findByText('It is over: time-limit'))
    await userEvent.click(await findByRole('button', { name: 'Once more' }))
    await seen(await findByText('Priya Natarajan, quiet'))
  },
}

export const WithoutParts: Story = {
  args: {
    components: {
      TopBar: null,
      ScreenButton: null,
      ReactionsButton: null,
      HandButton: null,
      PeopleButton: null,
    },
  },
  async play() {
    const names = (await controls()).getAllByRole('button').map((button) => button.getAttribute('aria-label'))
    await expect(names).toEqual(['Mute', 'Turn camera off', 'Chat', 'More', 'Leave'])
    await expect(within(await callDialog()).queryByRole('button', { name: 'Minimise' })).toBeNull()
  },
}

export const OwnKeys: Story = {
  args: { shortcuts: { toggleMicrophone: 'ctrl+d', pushToTalk: null } },
  async play() {
    const { findByRole, getByRole } = await controls()
    await userEvent.keyboard('m')
    await seen(getByRole('button', { name: 'Mute' }))
    await userEvent.keyboard('{Control>}d{/Control}')
    await seen(await findByRole('button', { name: 'Unmute' }))
    await userEvent.keyboard('?')
    const help = within(await within(await callDialog()).findByRole('dialog', { name: 'Keyboard shortcuts' }))
    await expect(await help.findByText('Mute or unmute')).toBeVisible()
    await expect(help.getByText('Ctrl + D')).toBeVisible()
    await expect(help.queryByText('Space bar')).toBeNull()
  },
}
