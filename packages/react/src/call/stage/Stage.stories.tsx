import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import {
  callInSight,
  controls,
  isInside,
  namesOnTiles,
  seen,
  tileOf,
} from '../../../test/stories/call-in-sight.ts'
import type { FakePerson } from '../../room/fake/fake-participant.ts'
import { SPEAKING_MS } from './useBigSpeaker.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Stage',
  component: CallStory,
  play: callInSight,
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const NAMES: Record<string, string> = {
  sam: 'Sam Rivera',
  priya: 'Priya Natarajan',
  jonas: 'Jonas Weber',
  mei: 'Mei Tanaka',
  omar: 'Omar Haddad',
  lucia: 'Lucía Fernández',
  tom: 'Tom Okafor',
  ana: 'Ana Kovač',
  noor: 'Noor Rahman',
  emil: 'Emil Sørensen',
}
const FIRST = Object.keys(NAMES)

/** So many others, of whom some are muted, some without a camera. */
function others(count: number): CallStoryProps {
  const people = Array.from({ length: count }, (_, index): FakePerson => {
    const identity = FIRST[index] ?? `guest-${index}`
    return {
      identity,
      microphone: index % 3 === 1 ? 'muted' : 'on',
      camera: index % 5 === 4 ? 'off' : 'on',
    }
  })
  const names = Object.fromEntries(
    people.map(({ identity }, index) => [identity, NAMES[identity] ?? `Guest ${index + 1}`]),
  )
  return { people, names, locale: 'en-US' }
}

const stage = async () => within(await screen.findByRole('list', { name: /People in the call|المشاركون/ }))
async function tiles(count: number): Promise<void> {
  await callInSight()
  await waitFor(async () => expect((await stage()).getAllByRole('listitem')).toHaveLength(count))
}
const layout = () => document.querySelector<HTMLElement>('[data-meetings-part="stage"]')?.dataset.layout
const people = async () => (await stage()).getAllByRole('listitem')
const widthOf = (element: Element) => element.getBoundingClientRect().width
/** Everybody on this page is in sight, wholly. */
const allInside = () =>
  waitFor(async () => expect((await people()).every((tile) => isInside(tile))).toBe(true))

/** Chooses a line of the "more" menu. */
async function choose(role: 'menuitemradio' | 'menuitemcheckbox', name: string): Promise<void> {
  await userEvent.click((await controls()).getByRole('button', { name: 'More' }))
  await userEvent.click(await screen.findByRole(role, { name }))
}

/** The only one who is large. */
async function isLarge(name: string): Promise<void> {
  const widths = new Map((await people()).map((tile) => [tile, widthOf(tile)]))
  const tile = await tileOf(name)
  const others = [...widths].filter(([each]) => each !== tile).map(([, width]) => width)
  await expect(widthOf(tile)).toBeGreaterThan(Math.max(...others) * 2)
}

const many = (count: number): Story => ({ args: others(count - 1) })

export const One: Story = { ...many(1), play: () => tiles(1) }
export const Two: Story = { ...many(2), play: () => tiles(2) }
export const Three: Story = { ...many(3), play: () => tiles(3) }
export const Four: Story = { ...many(4), play: () => tiles(4) }

export const Nine: Story = {
  ...many(9),
  async play() {
    await waitFor(() => expect(layout()).toBe('speaker'))
    await screen.findByText('1 of 2')
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
    await screen.findByText('2 of 2')
  },
}

const inGrid: Partial<CallStoryProps> = { before: ({ callView }) => callView.set({ layout: 'grid' }) }
export const NineInAGrid: Story = { args: { ...others(8), ...inGrid }, play: () => tiles(9) }
export const SixteenInAGrid: Story = { args: { ...others(15), ...inGrid }, play: () => tiles(16) }
export const TwentyFiveInAGrid: Story = {
  args: { ...others(24), ...inGrid },
  async play() {
    await tiles(25)
    await allInside()
    await expect(new Set((await people()).map(widthOf)).size).toBe(1)
  },
}
export const TwentyFive: Story = {
  ...many(25),
  async play() {
    await waitFor(() => expect(layout()).toBe('speaker'))
    await screen.findByText(/^1 of \d$/)
    await isLarge('Sam Rivera')
    await allInside()
  },
}

export const WithAScreen: Story = {
  args: {
    ...others(3),
    people: (others(3).people ?? []).map((person, index) => ({ ...person, isSharing: index === 0 })),
  },
  async play() {
    const shared = await screen.findByRole('figure', { name: 'Screen of Sam Rivera' })
    await waitFor(() => expect(shared).toBeVisible())
  },
}

export const Pinned: Story = {
  ...many(5),
  async play() {
    await userEvent.click(await (await stage()).findByRole('button', { name: 'Pin Mei Tanaka' }))
    await waitFor(() => expect(layout()).toBe('speaker'))
    await expect(screen.getByRole('button', { name: 'Unpin Mei Tanaka' })).toHaveFocus()
  },
}

export const SomebodySpeaks: Story = {
  args: { ...others(3), after: ({ room }) => room.speak('priya') },
  async play() {
    await waitFor(() => expect(document.querySelectorAll('[data-speaking]')).toHaveLength(1))
  },
}

export const WeakConnections: Story = {
  args: {
    ...others(3),
    people: [
      { identity: 'sam', networkQuality: 3 },
      { identity: 'priya', networkQuality: 1 },
      { identity: 'jonas', isSwitchedOff: true, networkQuality: 0 },
    ],
  },
  async play() {
    const sign = await screen.findByRole('img', { name: 'Weak connection' })
    await waitFor(() => expect(sign).toBeVisible())
    await waitFor(() => expect(screen.getByText('Picture paused')).toBeVisible(), { timeout: 3000 })
  },
}

/** A large place is earned by speaking for a while, and kept in silence. */
export const SpeakerIsLarge: Story = {
  args: { ...others(4), before: ({ callView }) => callView.set({ layout: 'speaker' }) },
  async play() {
    await tiles(5)
    await waitFor(() => isLarge('Sam Rivera'))
    const { room, clock } = shownRuntime()
    room.speak('jonas')
    await waitFor(async () => expect((await tileOf('Jonas Weber')).dataset.speaking).toBeDefined())
    await isLarge('Sam Rivera')
    await waitFor(() => {
      clock.advance(SPEAKING_MS)
      return isLarge('Jonas Weber')
    })
    room.speak(null)
    await waitFor(() => expect(document.querySelector('[data-speaking]')).toBeNull())
    await isLarge('Jonas Weber')
  },
}

/** Nobody changes places because somebody speaks, comes or goes. */
export const SameOrder: Story = {
  args: { ...others(4), names: NAMES },
  async play() {
    await tiles(5)
    const { room } = shownRuntime()
    room.speak('mei')
    await waitFor(() => expect(document.querySelectorAll('[data-speaking]')).toHaveLength(1))
    await expect(namesOnTiles()).toEqual([
      ...['Sam Rivera', 'Priya Natarajan', 'Jonas Weber', 'Mei Tanaka', 'You'],
    ])
    room.leave('priya')
    await tiles(4)
    room.join({ identity: 'omar' })
    await tiles(5)
    await expect(namesOnTiles()).toEqual(['Sam Rivera', 'Jonas Weber', 'Mei Tanaka', 'Omar Haddad', 'You'])
  },
}

export const SelfViewFloating: Story = {
  args: { ...others(3), before: ({ callView }) => callView.set({ selfView: 'floating' }) },
  async play() {
    const own = await tileOf('You')
    const floor = own.parentElement?.getBoundingClientRect()
    if (!floor) throw new Error('One’s own picture is nowhere.')
    await waitFor(() => expect(isInside(own, floor)).toBe(true))
    await expect(widthOf(own)).toBeLessThan(floor.width / 4)
    const { right, bottom } = own.getBoundingClientRect()
    await expect(floor.right - right).toBeLessThan(24)
    await expect(floor.bottom - bottom).toBeLessThan(24)
  },
}

export const SelfViewFromTheMenu: Story = {
  args: others(2),
  async play() {
    await tiles(3)
    await choose('menuitemradio', 'Hidden')
    await tiles(2)
    await expect(namesOnTiles()).not.toContain('You')
    await choose('menuitemradio', 'Small, in a corner')
    await tiles(3)
    await expect(await tileOf('You')).toHaveAttribute('data-floating')
    const picture = () => document.querySelector('[data-local] video') as HTMLVideoElement
    await expect(getComputedStyle(picture()).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)')
    await choose('menuitemcheckbox', 'Mirrored')
    await waitFor(() => expect(getComputedStyle(picture()).transform).toBe('none'))
  },
}

export const GridFromTheMenu: Story = {
  args: others(8),
  async play() {
    await waitFor(() => expect(layout()).toBe('speaker'))
    await choose('menuitemradio', 'Grid')
    await waitFor(() => expect(layout()).toBe('grid'))
    await tiles(9)
    await expect((await controls()).getByRole('button', { name: 'More' })).toHaveFocus()
  },
}

export const MoreMenu: Story = {
  args: { ...others(2), booking: { viewerRole: 'host' } },
  async play() {
    await userEvent.click(await screen.findByRole('button', { name: 'More' }))
    await waitFor(() => expect(screen.getByRole('menuitemradio', { name: 'Automatic' })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    await expect(await screen.findByRole('menuitemradio', { name: 'Grid' })).toHaveFocus()
  },
}

export const ShortcutsHelp: Story = {
  args: { ...others(1), after: ({ callView }) => callView.set({ dialog: 'shortcuts' }) },
  async play() {
    await expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  },
}

export const EndForEverybody: Story = {
  args: {
    ...others(2),
    booking: { viewerRole: 'host' },
    after: ({ callView }) => callView.set({ dialog: 'end-for-all' }),
  },
  async play() {
    const ask = within(await screen.findByRole('alertdialog'))
    await expect(ask.getByRole('button', { name: 'Keep the call' })).toHaveFocus()
  },
}

const narrow = { viewport: { value: 'mobile1', isRotated: false } }
export const ThreeNarrow: Story = { ...Three, globals: narrow }
export const NineNarrow: Story = {
  args: others(8),
  globals: narrow,
  async play() {
    await waitFor(() => expect(layout()).toBe('speaker'))
    await seen(await screen.findByText(/^1 of \d$/))
    await isLarge('Sam Rivera')
    await allInside()
  },
}
export const ScreenNarrow: Story = {
  args: WithAScreen.args ?? others(3),
  globals: narrow,
  async play() {
    const shared = await screen.findByRole('figure', { name: 'Screen of Sam Rivera' })
    await waitFor(() => expect(isInside(shared)).toBe(true))
    const { bottom } = shared.getBoundingClientRect()
    for (const tile of await people()) {
      await expect(tile.getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom)
    }
  },
}
export const DarkPage: Story = { ...Four, globals: { scheme: 'dark' } }
export const RightToLeft: Story = {
  args: WithAScreen.args ?? others(3),
  globals: { locale: 'ar-EG' },
  async play() {
    const shared = await screen.findByRole('figure', { name: 'شاشة Sam Rivera' })
    await seen(shared)
    await tiles(4)
    const { left } = shared.getBoundingClientRect()
    for (const tile of await people()) {
      await expect(tile.getBoundingClientRect().right).toBeLessThanOrEqual(left)
    }
  },
}
