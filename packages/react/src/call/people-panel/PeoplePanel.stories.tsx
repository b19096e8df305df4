import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { writeMessage } from '../../talk/wire-message.ts'
import type { TestRuntime } from '../../testing/create-test-runtime.ts'

const NAMES = {
  sam: 'Sam Rivera',
  priya: 'Priya Natarajan',
  jonas: 'Jonas Weber',
  mei: 'Mei Tanaka',
  omar: 'Omar Haddad',
}

const meta: Meta<CallStoryProps> = {
  title: 'Call/People',
  component: CallStory,
  args: {
    people: [
      { identity: 'priya', microphone: 'muted' },
      { identity: 'sam', networkQuality: 2 },
      { identity: 'jonas', camera: 'off' },
    ],
    names: NAMES,
    locale: 'en-US',
    after: openPeople,
  },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

function openPeople({ room, clock, callView }: TestRuntime): void {
  room.say('jonas', writeMessage({ type: 'hand', upForMs: 0 }))
  clock.advance(5_000)
  room.say('priya', writeMessage({ type: 'hand', upForMs: 0 }))
  callView.set({ panel: 'people' })
}

function asHost({ client }: TestRuntime): void {
  client.setBookings(client.getBookings().map((booking) => ({ ...booking, viewerRole: 'host' })))
}

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }
const panel = async () => within(await screen.findByRole('region', {}, PATIENCE))
const rows = async () => (await panel()).findAllByRole('listitem', {}, PATIENCE)
const part = (name: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-meetings-part="${name}"]`)
    if (!found) throw new Error(`There is no ${name} yet.`)
    return found
  })

export const Participants: Story = {
  async play() {
    await rows()
    await waitFor(async () =>
      expect((await rows()).map((row) => row.querySelector('bdi')?.textContent)).toEqual([
        ...['Alex Morgan', 'Sam Rivera', 'Jonas Weber', 'Priya Natarajan'],
        ...['Mei Tanaka', 'Omar Haddad'],
      ]),
    )
  },
}

export const ForAHost: Story = {
  args: { before: asHost },
  async play() {
    await rows()
    await userEvent.click(await screen.findByRole('button', { name: 'Mute everyone' }))
    await screen.findByText('Everybody was muted.')
    await expect(shownRuntime().room.sent.at(-1)).toBe(writeMessage({ type: 'mute', to: null }))
    const actions = await part('person-more')
    await userEvent.click(actions)
    await expect(await part('person-actions')).toBeVisible()
  },
}

export const Removing: Story = {
  args: { before: asHost },
  async play() {
    await rows()
    await userEvent.click(await part('person-more'))
    const danger = within(await part('person-actions'))
    const remove = danger.getAllByRole('button').at(-1)
    if (remove) await userEvent.click(remove)
    await expect(await part('remove-question')).toBeVisible()
  },
}

export const Many: Story = {
  args: {
    people: Array.from({ length: 24 }, (_, index) => ({
      identity: `person-${index}`,
      microphone: index % 3 ? 'muted' : 'on',
      camera: 'off',
    })),
    names: Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => [`person-${index}`, `Person number ${index + 1}`]),
    ),
    after: ({ callView }) => callView.set({ panel: 'people' }),
  },
  async play() {
    const search = (await panel()).findByRole('searchbox')
    await userEvent.type(await search, 'number 24')
    await waitFor(async () => expect(await rows()).toHaveLength(1))
  },
}
