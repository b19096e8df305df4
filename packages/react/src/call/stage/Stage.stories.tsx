import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../test/stories/CallStory.tsx'
import { callInSight } from '../../../test/stories/call-in-sight.ts'
import type { FakePerson } from '../../room/fake/fake-participant.ts'

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
const tiles = async (count: number) =>
  waitFor(async () => expect((await stage()).getAllByRole('listitem')).toHaveLength(count))
const layout = () => document.querySelector<HTMLElement>('[data-meetings-part="stage"]')?.dataset.layout

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
export const TwentyFiveInAGrid: Story = { args: { ...others(24), ...inGrid } }
export const TwentyFive: Story = many(25)

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

export const SelfViewFloating: Story = {
  args: { ...others(3), before: ({ callView }) => callView.set({ selfView: 'floating' }) },
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
export const NineNarrow: Story = { args: others(8), globals: narrow }
export const ScreenNarrow: Story = { args: WithAScreen.args ?? others(3), globals: narrow }
export const DarkPage: Story = { ...Four, globals: { scheme: 'dark' } }
export const RightToLeft: Story = { args: WithAScreen.args ?? others(3), globals: { locale: 'ar-EG' } }
