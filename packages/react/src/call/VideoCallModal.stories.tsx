import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../test/stories/CallStory.tsx'
import { callInSight } from '../../test/stories/call-in-sight.ts'
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

const dialog = () => screen.findByRole('dialog', { name: /^Video call|^Videoanruf|^مكالمة فيديو/ })

async function call() {
  return within(await dialog())
}

/** Sees it once the call has faded in. */
const seen = (element: HTMLElement) => waitFor(() => expect(element).toBeVisible())

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
}

export const ThreePeople: Story = {
  args: withPeople({ identity: 'sam' }, { identity: 'priya', microphone: 'muted' }),
}

export const FivePeople: Story = {
  args: withPeople(
    { identity: 'sam' },
    { identity: 'priya', microphone: 'muted' },
    { identity: 'jonas', camera: 'off' },
    { identity: 'mei', isReconnecting: true },
  ),
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
}

export const SharedScreen: Story = {
  args: withPeople(
    { identity: 'sam', isSharing: true },
    { identity: 'priya', microphone: 'muted' },
    { identity: 'jonas', camera: 'off' },
  ),
  async play() {
    await seen(await (await call()).findByText('Screen of Sam Rivera'))
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
  args: {
    ...two,
    async after({ room, clock }) {
      room.drop()
      // Once it has been drawn: what is over within a second is not told.
      await new Promise((resolve) => setTimeout(resolve, 300))
      clock.advance(1_000)
    },
  },
  async play() {
    await seen(await (await call()).findByText(/Your connection was lost/))
    await seen((await call()).getByText('Sam Rivera', { selector: '[role=listitem] *' }))
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
    const notices = within(await dialog())
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

export const Failed: Story = {
  args: {
    ...two,
    before: ({ room }) => room.failNextConnect({ kind: 'refused', vendorCode: 20103 }),
  },
  async play() {
    const failed = within(await dialog())
    const title = await failed.findByRole('heading', { name: 'The video service did not let you in.' })
    await expect(title).toHaveFocus()
    await userEvent.click(failed.getByText('Details'))
    await seen(failed.getByText('ROOM_REFUSED (20103)'))
  },
}

export const FailedAndRetried: Story = {
  args: { ...two, before: ({ room }) => room.failNextConnect({ kind: 'full' }) },
  async play() {
    await userEvent.click(await (await call()).findByRole('button', { name: 'Try again' }))
    await seen(await (await call()).findByText('Sam Rivera', { selector: '[role=listitem] *' }))
  },
}

const ended = (kind: 'completed' | 'removed' | 'other-tab' | 'time-limit', words: string): Story => ({
  args: { ...two, after: ({ room }) => room.end({ kind }) },
  async play() {
    await expect(await (await call()).findByRole('heading', { name: words })).toHaveFocus()
    await seen((await call()).getByRole('button', { name: 'Close' }))
  },
})

export const EndedForEverybody = ended('completed', 'The call has ended')
export const EndedByRemoval = ended('removed', 'You were removed from the call')
export const EndedByAnotherTab = ended('other-tab', 'You joined from somewhere else')
export const EndedByTimeLimit = ended('time-limit', 'The time limit was reached')

/** The call as a tile: below it the page is the page's own. */
async function minimise() {
  await userEvent.click(await (await call()).findByRole('button', { name: /^Minimise|^Verkleinern|^تصغير/ }))
  return within(await screen.findByRole('region', { name: /^Video call|^Videoanruf|^مكالمة فيديو/ }))
}

export const Minimised: Story = {
  args: two,
  async play() {
    const tile = await minimise()
    await seen(await tile.findByText('Sam Rivera'))
    await expect(tile.getByRole('button', { name: 'Return to call' })).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: 'Something to press' }))
    await expect(screen.getByRole('button', { name: 'Something to press' })).toHaveFocus()
  },
}

export const MinimisedAndBack: Story = {
  args: two,
  async play() {
    await userEvent.click((await minimise()).getByRole('button', { name: 'Return to call' }))
    await expect(await dialog()).toHaveFocus()
  },
}

export const MinimisedAlone: Story = {
  args: { ...two, people: [] },
  async play() {
    const tile = await minimise()
    await seen(await tile.findByText('Waiting for Sam Rivera'))
    await seen(tile.getByText('You'))
  },
}

export const MinimisedAndMuted: Story = {
  args: withPeople({ identity: 'sam', microphone: 'muted', camera: 'off' }),
  async play() {
    const tile = await minimise()
    await userEvent.click(tile.getByRole('button', { name: 'Mute' }))
    await seen(await tile.findByRole('button', { name: 'Unmute' }))
    await seen(await tile.findByRole('img', { name: 'Muted' }))
  },
}

export const MinimisedReconnecting: Story = {
  args: Reconnecting.args ?? two,
  async play() {
    await seen(await (await minimise()).findByText('Reconnecting'))
  },
}

export const MinimisedScreen: Story = {
  args: SharedScreen.args ?? two,
  async play() {
    await seen(await (await minimise()).findByText('Screen of Sam Rivera'))
  },
}

export const MinimisedWithBlockedCamera: Story = {
  args: BlockedCamera.args ?? two,
  async play() {
    await (await minimise()).findByText(/Your camera is blocked/)
  },
}

export const MinimisedInAnotherCorner: Story = {
  args: two,
  async play() {
    const tile = await minimise()
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}')
    await expect(tile.getByRole('button', { name: 'Return to call' })).toHaveFocus()
  },
}

export const MinimisedGerman: Story = {
  args: two,
  globals: { locale: 'de-DE' },
  async play() {
    await seen(await (await minimise()).findByText('Sam Rivera'))
  },
}

export const MinimisedRightToLeft: Story = {
  args: two,
  globals: { locale: 'ar-EG' },
  async play() {
    await seen(await (await minimise()).findByText('Sam Rivera'))
  },
}

const narrow = { viewport: { value: 'mobile1', isRotated: false } }

export const Narrow: Story = { args: two, globals: narrow }

export const MinimisedNarrow: Story = {
  args: two,
  globals: narrow,
  async play() {
    await seen(await (await minimise()).findByText('Sam Rivera'))
  },
}

export const NarrowWithFive: Story = { args: FivePeople.args ?? two, globals: narrow }

export const NarrowWithScreen: Story = { args: SharedScreen.args ?? two, globals: narrow }

export const German: Story = {
  args: { ...five, people: [...(FivePeople.args?.people ?? [])] },
  globals: { locale: 'de-DE' },
}

export const GermanBlocked: Story = { args: BlockedBoth.args ?? two, globals: { locale: 'de-DE' } }

export const RightToLeft: Story = { args: SharedScreen.args ?? two, globals: { locale: 'ar-EG' } }

export const LongNames: Story = {
  args: {
    ...five,
    people: [{ identity: 'sam' }, { identity: 'priya', camera: 'off' }],
    names: { sam: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim(), priya: 'Q'.repeat(200) },
  },
}
