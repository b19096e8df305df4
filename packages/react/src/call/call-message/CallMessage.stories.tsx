import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../test/stories/CallStory.tsx'
import { callDialog, callInSight, seen, tileOf } from '../../../test/stories/call-in-sight.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Ends',
  component: CallStory,
  args: { people: [{ identity: 'sam' }], names: { sam: 'Sam Rivera' }, locale: 'en-US' },
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

async function call() {
  await callInSight()
  return within(await callDialog())
}

export const Failed: Story = {
  args: {
    before: ({ room }) => room.failNextConnect({ kind: 'refused', vendorCode: 20103 }),
  },
  async play() {
    const failed = await call()
    const title = await failed.findByRole('heading', { name: 'The video service did not let you in.' })
    await expect(title).toHaveFocus()
    await userEvent.click(failed.getByText('Details'))
    await seen(failed.getByText('ROOM_REFUSED (20103)'))
  },
}

export const FailedAndRetried: Story = {
  args: { before: ({ room }) => room.failNextConnect({ kind: 'full' }) },
  async play() {
    await userEvent.click(await (await call()).findByRole('button', { name: 'Try again' }))
    await seen(await (await call()).findByText('Sam Rivera', { selector: '[role=listitem] *' }))
  },
}

const ended = (
  kind: 'completed' | 'removed' | 'time-limit',
  words: string,
  wayBack: 'Join again' | null,
): Story => ({
  args: { after: ({ room }) => room.end({ kind }) },
  async play() {
    const { findByRole, getAllByRole } = await call()
    await expect(await findByRole('heading', { name: words })).toHaveFocus()
    const names = getAllByRole('button').map(({ textContent }) => textContent)
    await expect(names).toEqual(wayBack === null ? ['Close'] : [wayBack, 'Close'])
  },
})

export const EndedForEverybody = ended('completed', 'The call has ended', null)
export const EndedByRemoval = ended('removed', 'You were removed from the call', null)
export const EndedByTimeLimit = ended('time-limit', 'The time limit was reached', 'Join again')

export const EndedByAnotherTab: Story = {
  args: { after: ({ room }) => room.end({ kind: 'other-tab' }) },
  async play() {
    const { findByRole } = await call()
    await expect(await findByRole('heading', { name: 'You joined from somewhere else' })).toHaveFocus()
    await userEvent.click(await findByRole('button', { name: 'Use here' }))
    await seen(await tileOf('Sam Rivera'))
  },
}

export const EndedAndJoinedAgain: Story = {
  args: EndedByTimeLimit.args ?? {},
  async play() {
    await userEvent.click(await (await call()).findByRole('button', { name: 'Join again' }))
    await seen(await tileOf('Sam Rivera'))
  },
}
