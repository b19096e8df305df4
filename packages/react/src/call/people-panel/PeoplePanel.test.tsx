import type { MeetingPerson, ParticipantRole } from '@meetings/contract'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, renderCallPage } from '../../../test/open-call.tsx'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import type { FakePerson } from '../../room/fake/fake-participant.ts'
import { writeMessage } from '../../talk/wire-message.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'

afterEach(cleanup)

const NAMED: MeetingPerson[] = [
  { identity: 'me', name: 'Alex Morgan', role: 'customer' },
  { identity: 'sam', name: 'Sam Rivera', role: 'host' },
  { identity: 'kim', name: 'Kim Lee', role: 'guest' },
  { identity: 'zoe', name: 'Zoë Äbel', role: 'guest' },
]

async function openPeople(
  options: { people?: readonly FakePerson[]; role?: ParticipantRole; named?: readonly MeetingPerson[] } = {},
) {
  const { people = [{ identity: 'kim' }, { identity: 'sam' }], role = 'customer', named = NAMED } = options
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), {
    startsInMinutes: -1,
    viewerRole: role,
    hostName: 'Alex Morgan',
  })
  const runtime = createTestRuntime({
    clock,
    bookings: [booking],
    room: createFakeRoomClient({ people }),
    participants: named.map((person) => (person.identity === 'me' ? { ...person, role } : person)),
  })
  const page = { ...runtime, ...renderCallPage(runtime), bookingId: booking.id }
  await joinCall(page)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /^People/ }))
  await screen.findByRole('list', { name: /^In the call/ })
  return {
    ...page,
    user,
    commands: () =>
      page.room.sent
        .map((text): { type?: unknown; to?: unknown } => JSON.parse(text))
        .filter((message) => message.type !== 'hello')
        .map(({ type, to }) => ({ type, to })),
  }
}

const names = (list: RegExp) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('bdi')?.textContent)
const row = (name: string) => {
  const found = screen
    .getAllByRole('listitem')
    .find((item) => item.querySelector('bdi')?.textContent === name)
  if (!found) throw new Error(`${name} is not in the list.`)
  return within(found)
}

describe('the list of people', () => {
  it('has oneself first, then hosts, then everybody by name, and who has not come yet', async () => {
    const { room } = await openPeople()
    act(() => room.join({ identity: 'stranger' }))
    expect(names(/^In the call: 4/)).toEqual(['Alex Morgan', 'Sam Rivera', 'Guest', 'Kim Lee'])
    expect(names(/^Not in the call: 1/)).toEqual(['Zoë Äbel'])
    expect(row('Alex Morgan').getByText('You')).toBeInTheDocument()
    expect(row('Sam Rivera').getByText('Host')).toBeInTheDocument()
  })

  it('puts raised hands in their order before the others', async () => {
    const { room, clock } = await openPeople({
      people: [{ identity: 'sam' }, { identity: 'kim' }, { identity: 'zoe' }],
    })
    act(() => room.say('zoe', writeMessage({ type: 'hand', upForMs: 0 })))
    act(() => clock.advance(1_000))
    act(() => room.say('kim', writeMessage({ type: 'hand', upForMs: 0 })))
    expect(names(/^In the call/)).toEqual(['Alex Morgan', 'Sam Rivera', 'Zoë Äbel', 'Kim Lee'])
    expect(row('Kim Lee').getByRole('img', { name: 'Hand raised, place 2' })).toBeInTheDocument()
    expect(
      screen.getByRole('button', { name: 'People, in the call: 4, hands raised: 2' }),
    ).toBeInTheDocument()
    act(() => room.leave('zoe'))
    expect(row('Kim Lee').getByRole('img', { name: 'Hand raised, place 1' })).toBeInTheDocument()
  })

  it('says who is muted, has no camera on or a weak connection', async () => {
    const { room } = await openPeople()
    expect(row('Kim Lee').getByRole('img', { name: 'Microphone on' })).toBeInTheDocument()
    act(() => room.change('kim', { microphone: 'muted', camera: 'off', networkQuality: 1 }))
    for (const name of ['Muted', 'Camera off', 'Very weak connection']) {
      expect(row('Kim Lee').getByRole('img', { name })).toBeInTheDocument()
    }
  })

  it('can be searched when it is long, without minding case and accents', async () => {
    const many = Array.from({ length: 8 }, (_, index) => ({ identity: `p${index}` }))
    const { user } = await openPeople({ people: many })
    const search = screen.getByRole('searchbox', { name: 'Search people' })
    await user.type(search, 'abel')
    expect(screen.queryByRole('list', { name: /^In the call/ })).toBeNull()
    expect(names(/^Not in the call/)).toEqual(['Zoë Äbel'])
    await user.clear(search)
    await user.type(search, 'nobody')
    expect(screen.getByText('Nobody has that name.')).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(search).toHaveValue('')
    expect(names(/^In the call/)).toHaveLength(9)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('cannot be searched when it is short', async () => {
    await openPeople()
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('has nothing to do about others for somebody who is no host', async () => {
    await openPeople()
    expect(screen.queryByRole('button', { name: 'Mute everyone' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Actions for/ })).toBeNull()
  })
})

describe('a host', () => {
  it('mutes everyone and lowers all hands', async () => {
    const { user, room, commands } = await openPeople({ role: 'host' })
    expect(screen.queryByRole('button', { name: 'Lower all hands' })).toBeNull()
    act(() => room.say('kim', writeMessage({ type: 'hand', upForMs: 0 })))
    await user.click(screen.getByRole('button', { name: 'Mute everyone' }))
    expect(screen.getByText('Everybody was muted.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Lower all hands' }))
    expect(commands()).toEqual([
      { type: 'mute', to: null },
      { type: 'lower-hand', to: null },
    ])
  })

  it('mutes one person, and asks who is muted to unmute', async () => {
    const { user, room, commands } = await openPeople({ role: 'host' })
    await user.click(screen.getByRole('button', { name: 'Actions for Kim Lee' }))
    await user.click(screen.getByRole('button', { name: 'Mute Kim Lee' }))
    act(() => room.change('kim', { microphone: 'muted' }))
    await user.click(screen.getByRole('button', { name: 'Actions for Kim Lee' }))
    expect(screen.queryByRole('button', { name: 'Unmute Kim Lee' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Ask Kim Lee to unmute' }))
    expect(screen.getByText('Kim Lee was asked to unmute.')).toBeInTheDocument()
    expect(commands()).toEqual([
      { type: 'mute', to: 'kim' },
      { type: 'ask-unmute', to: 'kim' },
    ])
  })

  it('is told when a command did not go out', async () => {
    const { user, room } = await openPeople({ role: 'host' })
    act(() => room.drop())
    await user.click(screen.getByRole('button', { name: 'Mute everyone' }))
    expect(screen.getByText(/did not reach the others/)).toBeInTheDocument()
  })

  it('removes somebody, after being asked', async () => {
    const { user, room, hosting } = await openPeople({ role: 'host' })
    const removed = () => hosting.calls.filter((call) => call.verb === 'removeParticipant')
    await user.click(screen.getByRole('button', { name: 'Actions for Kim Lee' }))
    await user.click(screen.getByRole('button', { name: 'Remove Kim Lee' }))
    expect(screen.getByText('Remove Kim Lee from the call?')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(removed()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Remove Kim Lee' }))
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(removed()).toMatchObject([{ about: 'kim' }]))
    act(() => room.leave('kim'))
    expect(screen.queryByRole('button', { name: 'Actions for Kim Lee' })).toBeNull()
  })

  it('is told when somebody could not be removed, and can try again', async () => {
    const { user, hosting } = await openPeople({ role: 'host' })
    hosting.failNext('removeParticipant', { code: 'NETWORK_UNREACHABLE' })
    await user.click(screen.getByRole('button', { name: 'Actions for Kim Lee' }))
    await user.click(screen.getByRole('button', { name: 'Remove Kim Lee' }))
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText(/Kim Lee could not be removed/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByText(/could not be removed/)).toBeNull())
  })

  it('closes the actions with Escape, and the panel stays', async () => {
    const { user } = await openPeople({ role: 'host' })
    const actions = screen.getByRole('button', { name: 'Actions for Kim Lee' })
    await user.click(actions)
    screen.getByRole('button', { name: 'Mute Kim Lee' }).focus()
    await user.keyboard('{Escape}')
    expect(actions).toHaveFocus()
    expect(actions).toHaveAttribute('aria-expanded', 'false')
    expect(screen.getByRole('list', { name: /^In the call/ })).toBeInTheDocument()
  })
})
