import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../test/stories/CallStory.tsx'
import {
  callDialog,
  callInSight,
  controls,
  isInside,
  namesOnTiles,
  seen,
  tileOf,
} from '../../test/stories/call-in-sight.ts'
import type { FakePerson } from '../room/fake/fake-participant.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/VideoCallModal',
  component: CallStory,
  play: callInSight,
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const NAMES = {
  sam: 'Sam Rivera',
  priya: 'Priya Natarajan',
  jonas: 'Jonas Weber',
  mei: 'Mei Tanaka',
  omar: 'Omar Haddad',
}
const two: CallStoryProps = { people: [{ identity: 'sam' }], names: { sam: NAMES.sam }, locale: 'en-US' }
const five: CallStoryProps = {
  people: Object.keys(NAMES).map((identity) => ({ identity })),
  names: NAMES,
  locale: 'en-US',
}

const withPeople = (...people: FakePerson[]): CallStoryProps => ({ ...five, people })

const call = async () => within(await callDialog())
const seesTiles = (...names: string[]) =>
  waitFor(() => expect(namesOnTiles()).toEqual(names), { timeout: 10_000 })
const tiles = () => [...document.querySelectorAll('[data-meetings-part="tile"]')]
const voices = () => document.querySelectorAll('[data-meetings-part="sound"] audio')

export const Connecting: Story = {
  args: { ...two, before: ({ room }) => void room.holdConnects() },
  async play() {
    await seen(await (await call()).findByText('Connecting'))
    await seen((await call()).getByRole('button', { name: 'Leave' }))
  },
}

export const Alone: Story = {
  args: { ...two, people: [] },
  async play() {
    await seen(await (await call()).findByText('Waiting for Sam Rivera'))
  },
}

export const TwoPeople: Story = {
  args: two,
  async play() {
    const people = within(await (await call()).findByRole('list', { name: 'People in the call' }))
    await seen(await people.findByText('Sam Rivera'))
    await seen(people.getByText('You'))
  },
}

export const Muting: Story = {
  args: two,
  async play() {
    const bar = within(await (await call()).findByRole('group', { name: 'Call controls' }))
    await userEvent.click(bar.getByRole('button', { name: 'Mute' }))
    await seen(await bar.findByRole('button', { name: 'Unmute' }))
    await userEvent.click(bar.getByRole('button', { name: 'Turn camera off' }))
    await seen(await bar.findByRole('button', { name: 'Turn camera on' }))
  },
}

export const SomebodyMuted: Story = {
  args: withPeople({ identity: 'sam', microphone: 'muted' }),
  async play() {
    await seen(await (await call()).findByRole('img', { name: 'Muted' }))
  },
}

export const CameraOff: Story = {
  args: withPeople({ identity: 'sam', camera: 'off' }),
  async play() {
    const tile = await tileOf('Sam Rivera')
    await seen(within(tile).getByText('SR'))
    await expect(within(tile).getByText('Camera off')).toBeInTheDocument()
    await expect(tile.querySelector('video')).toBeNull()
    shownRuntime().room.change('sam', { camera: 'on' })
    await waitFor(() => expect(tile.querySelector('video')?.videoWidth).toBeGreaterThan(0))
    shownRuntime().room.change('sam', { camera: 'off' })
    await waitFor(() => expect(tile.querySelector('video')).toBeNull())
  },
}

export const ThreePeople: Story = {
  args: withPeople({ identity: 'sam' }, { identity: 'priya', microphone: 'muted' }),
  async play() {
    await seesTiles('Sam Rivera', 'Priya Natarajan', 'You')
    await seen(within(await tileOf('Priya Natarajan')).getByRole('img', { name: 'Muted' }))
    await expect(within(await tileOf('Sam Rivera')).queryByRole('img', { name: 'Muted' })).toBeNull()
  },
}

export const FivePeople: Story = {
  args: withPeople(
    { identity: 'sam' },
    { identity: 'priya', microphone: 'muted' },
    { identity: 'jonas', camera: 'off' },
    { identity: 'mei', isReconnecting: true },
  ),
  async play() {
    await seesTiles('Sam Rivera', 'Priya Natarajan', 'Jonas Weber', 'Mei Tanaka', 'You')
    await seen(within(await tileOf('Jonas Weber')).getByText('JW'))
    await seen(within(await tileOf('Mei Tanaka')).getByText('Reconnecting'))
  },
}

export const TenPeople: Story = {
  args: {
    ...five,
    people: [...Object.keys(NAMES), 'a', 'b', 'c', 'd'].map((identity, index) => ({
      identity,
      microphone: index % 3 === 0 ? 'on' : 'muted',
      camera: index % 4 === 3 ? 'off' : 'on',
    })),
  },
  async play() {
    await seen(await tileOf('Sam Rivera'))
    const turn = await screen.findByRole('button', { name: 'Next page' })
    const first = namesOnTiles()
    await userEvent.click(turn)
    await screen.findByText('2 of 2')
    // The large one and oneself are on both.
    await expect(first.length + namesOnTiles().length - 2).toBe(10)
    await expect(namesOnTiles()).toContain('Guest')
  },
}

export const SharedScreen: Story = {
  args: withPeople(
    { identity: 'sam', isSharing: true, screenHasSound: true },
    { identity: 'priya', microphone: 'muted' },
    { identity: 'jonas', camera: 'off' },
  ),
  async play() {
    await seen(await (await call()).findByText('Screen of Sam Rivera'))
    await waitFor(() => expect(voices()).toHaveLength(4))
    shownRuntime().room.change('sam', { screenHasSound: false })
    await waitFor(() => expect(voices()).toHaveLength(3))
  },
}

export const SharingMyScreen: Story = {
  args: two,
  async play() {
    const bar = within(await (await call()).findByRole('group', { name: 'Call controls' }))
    const share = bar.getByRole('button', { name: 'Share screen' })
    await waitFor(() => expect(share).toBeEnabled())
    await userEvent.click(share)
    await seen(await bar.findByRole('button', { name: 'Stop sharing' }))
    await seen(await (await call()).findByText('Everybody in the call can see your screen.'))
  },
}

export const Reconnecting: Story = {
  args: two,
  async play() {
    await callInSight()
    const { room, clock } = shownRuntime()
    room.drop()
    const { getByText } = await call()
    await waitFor(() => {
      // What is over within a second is not told.
      clock.advance(1_000)
      return expect(getByText(/Your connection was lost/)).toBeVisible()
    })
    await seen(await tileOf('Sam Rivera'))
  },
}

export const BlockedCamera: Story = {
  args: { ...two, before: ({ devices }) => devices.refuse('camera', 'denied') },
  async play() {
    await seen(await (await call()).findByText(/Your camera is blocked/))
  },
}

export const BlockedBoth: Story = {
  args: {
    ...two,
    before({ devices }) {
      devices.refuse('camera', 'denied')
      devices.refuse('microphone', 'denied')
    },
  },
  async play() {
    const notices = within(await callDialog())
    await seen(await notices.findByText(/Microphone and camera are blocked/))
    await seen(notices.getByRole('button', { name: 'Try again' }))
  },
}

export const SoundHeldBack: Story = {
  args: { ...two, blocksSound: true },
  async play() {
    const button = await (await call()).findByRole('button', { name: 'Turn sound on' })
    await userEvent.click(button)
    await waitFor(() => expect(button).not.toBeInTheDocument())
  },
}

const narrow = { viewport: { value: 'mobile1', isRotated: false } }

export const Narrow: Story = {
  args: two,
  globals: narrow,
  async play() {
    const bar = await controls()
    const { width, height } = (await callDialog()).getBoundingClientRect()
    await expect([width, height]).toEqual([innerWidth, innerHeight])
    for (const name of ['Mute', 'More', 'Leave']) {
      await expect(isInside(bar.getByRole('button', { name }))).toBe(true)
    }
    await expect(bar.queryByRole('button', { name: 'Share screen' })).toBeNull()
    await userEvent.click(bar.getByRole('button', { name: 'More' }))
    await seen(await screen.findByRole('menuitem', { name: 'Share screen' }))
  },
}

/** As much as there is room for where it is, whatever the window has. */
export const InABox: Story = {
  args: { ...(FivePeople.args ?? two), box: { width: 400, height: 640 } },
  async play() {
    const bar = await controls()
    const box = (await callDialog()).getBoundingClientRect()
    await expect(box.width).toBeLessThanOrEqual(400)
    for (const button of bar.getAllByRole('button')) await expect(isInside(button, box)).toBe(true)
    await expect(bar.queryByRole('button', { name: 'Share screen' })).toBeNull()
    await tileOf('You')
    await waitFor(() => expect(tiles().every((tile) => isInside(tile, box))).toBe(true))
  },
}

/** What a window of 1280 by 800 has left for whoever reads at 200 %. */
export const AtTwiceTheSize: Story = {
  args: two,
  parameters: {
    viewport: { options: { half: { name: 'At 200 %', styles: { width: '640px', height: '400px' } } } },
  },
  globals: { viewport: { value: 'half', isRotated: false } },
  async play() {
    const bar = await controls()
    await expect([innerWidth, innerHeight]).toEqual([640, 400])
    await seen(bar.getByRole('button', { name: 'Leave' }))
    for (const button of bar.getAllByRole('button')) await expect(isInside(button)).toBe(true)
    await waitFor(async () => expect(isInside(await tileOf('Sam Rivera'))).toBe(true))
  },
}

export const NarrowWithFive: Story = {
  args: FivePeople.args ?? two,
  globals: narrow,
  async play() {
    await seesTiles('Sam Rivera', 'Priya Natarajan', 'You')
    await waitFor(() => expect(tiles().every((tile) => isInside(tile))).toBe(true))
    await userEvent.click(await screen.findByRole('button', { name: 'Next page' }))
    await seesTiles('Jonas Weber', 'Mei Tanaka', 'You')
    await waitFor(() => expect(tiles().every((tile) => isInside(tile))).toBe(true))
  },
}

export const NarrowWithScreen: Story = {
  args: SharedScreen.args ?? two,
  globals: narrow,
  async play() {
    const shared = await (await call()).findByRole('figure', { name: 'Screen of Sam Rivera' })
    const { bottom, width } = shared.getBoundingClientRect()
    await expect(width).toBeGreaterThan(innerWidth * 0.8)
    await expect(tiles().length).toBeGreaterThan(1)
    for (const tile of tiles()) await expect(tile.getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom)
  },
}

export const German: Story = {
  args: { ...five, people: [...(FivePeople.args?.people ?? [])] },
  globals: { locale: 'de-DE' },
  async play() {
    await seesTiles('Sam Rivera', 'Priya Natarajan', 'Jonas Weber', 'Mei Tanaka', 'Sie')
    await userEvent.click((await controls()).getByRole('button', { name: 'Stummschalten' }))
    await seen(await (await controls()).findByRole('button', { name: 'Stummschaltung aufheben' }))
  },
}

export const GermanBlocked: Story = {
  args: BlockedBoth.args ?? two,
  globals: { locale: 'de-DE' },
  async play() {
    const { findByText, getByRole } = await call()
    await seen(await findByText(/^Mikrofon und Kamera sind blockiert\. Erlauben Sie beide/))
    await seen(getByRole('button', { name: 'Noch einmal versuchen' }))
  },
}

export const RightToLeft: Story = {
  args: SharedScreen.args ?? two,
  globals: { locale: 'ar-EG' },
  async play() {
    await seen(await (await call()).findByText('شاشة Sam Rivera'))
    await userEvent.click((await controls()).getByRole('button', { name: 'الدردشة' }))
    const panel = await screen.findByRole('region', { name: 'الدردشة' })
    await seen(panel)
    const whole = (await callDialog()).getBoundingClientRect()
    await expect(panel.getBoundingClientRect().left - whole.left).toBeLessThan(32)
    await callInSight()
  },
}

export const LongNames: Story = {
  args: {
    ...five,
    people: [{ identity: 'sam' }, { identity: 'priya', camera: 'off' }],
    names: { sam: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim(), priya: 'Q'.repeat(200) },
  },
  async play() {
    const bar = await controls()
    await expect(isInside(bar.getByRole('button', { name: 'Leave' }))).toBe(true)
    await expect(isInside((await call()).getByRole('button', { name: 'Minimise' }))).toBe(true)
    const tile = await tileOf('Q'.repeat(200))
    const name = within(tile).getByText('Q'.repeat(200))
    await waitFor(() => expect(isInside(name, tile.getBoundingClientRect())).toBe(true))
    await expect(name.scrollWidth).toBeGreaterThan(name.clientWidth)
  },
}
