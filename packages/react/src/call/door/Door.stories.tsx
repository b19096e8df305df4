import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../test/stories/CallStory.tsx'
import { callInSight } from '../../../test/stories/call-in-sight.ts'
import type { TestRuntime } from '../../testing/create-test-runtime.ts'

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }

const ROBIN = { identity: 'robin', name: 'Robin Park', role: 'guest' as const }
const ANA = { identity: 'ana', name: 'Ana Silva', role: 'guest' as const }
const LONG = {
  identity: 'long',
  name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(4).trim(),
  role: 'guest' as const,
}

const meta: Meta<CallStoryProps> = {
  title: 'Call/Door',
  component: CallStory,
  play: callInSight,
  args: {
    people: [{ identity: 'priya' }, { identity: 'jonas', camera: 'off' }],
    names: { sam: 'Sam Rivera', priya: 'Priya Natarajan', jonas: 'Jonas Weber' },
    locale: 'en-US',
    before: asHost([ROBIN]),
    after: aMomentLater,
  },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

function asHost(waiting: (typeof ROBIN)[], decided?: (runtime: TestRuntime, bookingId: string) => void) {
  return (runtime: TestRuntime) => {
    const { client, hosting } = runtime
    client.setBookings(client.getBookings().map((booking) => ({ ...booking, viewerRole: 'host' })))
    for (const { id } of client.getBookings()) {
      hosting.setWaiting(id, waiting)
      decided?.(runtime, id)
    }
  }
}

/** What surrounds the call loads after its first picture. */
async function aMomentLater({ clock }: TestRuntime): Promise<void> {
  const isShown = () => document.querySelector('[data-meetings-part="control-bar"]') !== null
  while (!isShown()) await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, 100))
  clock.advance(4_000)
}

const openPeople = ({ callView }: TestRuntime) => callView.set({ panel: 'people' })
const dialog = async () => within(await screen.findByRole('dialog', {}, PATIENCE))
const list = async (name: RegExp) => within(await (await dialog()).findByRole('list', { name }, PATIENCE))

export const Notice: Story = {
  async play() {
    const call = await dialog()
    await waitFor(
      async () => expect(await call.findByText('Robin Park is waiting to be let in.')).toBeVisible(),
      PATIENCE,
    )
    await userEvent.click(call.getByRole('button', { name: 'Admit' }))
    await waitFor(() => expect(call.queryByText(/is waiting to be let in/)).toBeNull())
  },
}

export const Badge: Story = {
  async play() {
    const people = { name: 'People, in the call: 3, waiting: 1' }
    await expect(await (await dialog()).findByRole('button', people, PATIENCE)).toHaveTextContent('+1')
  },
}

export const Several: Story = {
  args: { before: asHost([ROBIN, ANA]), after: openPeople },
  async play() {
    const { getAllByRole, findByRole } = await list(/Waiting: 2/)
    await expect(getAllByRole('listitem')).toHaveLength(2)
    await userEvent.click(await findByRole('button', { name: 'Refuse Ana Silva' }))
    await expect(await (await list(/Removed: 1/)).findByText('Ana Silva')).toBeVisible()
  },
}

export const LockedWithRemoved: Story = {
  args: {
    before: asHost([], ({ hosting }, id) => {
      void hosting.removeParticipant(id, 'Robin')
      void hosting.lockMeeting(id, true)
    }),
    after: openPeople,
  },
  async play() {
    const { findByRole, findByText } = await dialog()
    await expect(await findByText('Locked', {}, PATIENCE)).toBeVisible()
    await expect(await findByRole('checkbox', { name: 'Lock the meeting' }, PATIENCE)).toBeChecked()
    await userEvent.click(await findByRole('button', { name: 'Let back in: Robin' }))
    await expect(await findByText('Robin can join again.')).toBeVisible()
  },
}

/** The buttons beside a name stay in the panel. */
export const LongNames: Story = {
  args: { before: asHost([LONG, ROBIN]), after: openPeople },
  async play() {
    const { getByRole, findByText } = await list(/Waiting: 2/)
    await expect(await findByText(LONG.name)).toBeVisible()
    const refuse = getByRole('button', { name: `Refuse ${LONG.name}` }).getBoundingClientRect()
    const panel = (await dialog()).getByRole('region').getBoundingClientRect()
    await expect(refuse.right).toBeLessThanOrEqual(panel.right)
    await expect(refuse.left).toBeGreaterThanOrEqual(panel.left)
  },
}

/** Lets one of two in. */
const admit =
  (who: string, waiting: RegExp, said: string): (() => Promise<void>) =>
  async () => {
    const { findByRole, getAllByRole } = await list(waiting)
    await expect(getAllByRole('listitem')).toHaveLength(2)
    await userEvent.click(await findByRole('button', { name: who }))
    await waitFor(async () => expect(await (await dialog()).findByText(said)).toBeVisible())
    await expect((await dialog()).queryByRole('button', { name: who })).toBeNull()
  }

const narrow = { viewport: { value: 'mobile1', isRotated: false } }
export const Narrow: Story = {
  args: { before: asHost([ROBIN, ANA]), after: openPeople },
  globals: narrow,
  play: admit('Admit Robin Park', /Waiting: 2/, 'Robin Park was admitted.'),
}

export const NarrowNotice: Story = { globals: narrow, play: Notice.play ?? (() => {}) }

export const German: Story = {
  args: { before: asHost([ROBIN, ANA]), after: openPeople },
  globals: { locale: 'de-DE' },
  play: admit('Robin Park einlassen', /Wartend: 2/, 'Robin Park wurde eingelassen.'),
}

export const RightToLeft: Story = {
  args: { before: asHost([ROBIN, ANA]), after: openPeople },
  globals: { locale: 'ar-EG' },
  play: admit('السماح بدخول Robin Park', /في الانتظار: 2/, 'سُمح بدخول Robin Park.'),
}
