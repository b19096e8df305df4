import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import type { MemoryModeration } from '../../testing/memory-moderation.ts'

afterEach(cleanup)

const ROBIN = { identity: 'robin', name: 'Robin Park', role: 'guest' as const }
const ANA = { identity: 'ana', name: 'Ana Silva', role: 'guest' as const }

async function hosting(
  options: { role?: 'host' | 'admin' | 'customer'; before?: (hosts: MemoryModeration) => void } = {},
) {
  const page = setUpCallPage({ people: [{ identity: 'kim' }], role: options.role ?? 'host' })
  options.before?.(page.hosting)
  await joinCall(page)
  /** Lets time pass: the next question and its answer. */
  const pass = (ms: number) => act(async () => page.clock.advance(ms))
  await pass(4_000)
  const waits = async (...people: (typeof ROBIN)[]) => {
    page.hosting.setWaiting(page.bookingId, people)
    await pass(5_000)
  }
  const user = userEvent.setup()
  const openPeople = async () => {
    await user.click(screen.getByRole('button', { name: /^People/ }))
    await screen.findByRole('list', { name: /In the call/ }, { timeout: 5000 })
  }
  const decisions = () => page.hosting.calls.filter(({ verb }) => verb !== 'readModeration')
  return { ...page, pass, waits, user, openPeople, decisions }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })

describe('the door, for a host', () => {
  it('tells who waits, and lets them in from there', async () => {
    const { waits, user, decisions } = await hosting()
    await waitFor(() => expect(screen.queryByText(/waiting/)).toBeNull())
    await waits(ROBIN)
    const notice = await screen.findByText('Robin Park is waiting to be let in.')
    expect(notice.closest('[role="status"]')).not.toBeNull()
    expect(button('People, in the call: 2, waiting: 1')).toHaveTextContent('+1')
    await user.click(button('Admit'))
    expect(decisions()).toMatchObject([{ verb: 'admitParticipant', about: 'robin' }])
    await waitFor(() => expect(screen.queryByText(/is waiting to be let in/)).toBeNull())
    expect(button('People, in the call: 2')).toHaveTextContent('2')
  })

  it('says that it did not work, and lets the host try again', async () => {
    const { waits, user, hosting: hosts } = await hosting()
    await waits(ROBIN)
    hosts.failNext('admitParticipant', { code: 'NETWORK_UNREACHABLE' })
    await user.click(await screen.findByRole('button', { name: 'Admit' }))
    expect(await screen.findByText(/That did not work/)).toBeInTheDocument()
    await user.click(button('Admit'))
    await waitFor(() => expect(screen.queryByText(/That did not work/)).toBeNull())
  })

  it('tells of somebody else although the first notice was hidden, and shows several in the panel', async () => {
    const { waits, user } = await hosting()
    await waits(ROBIN)
    await screen.findByText('Robin Park is waiting to be let in.')
    await user.click(button('Hide this message'))
    expect(screen.queryByText(/is waiting/)).toBeNull()
    await waits(ROBIN, ANA)
    expect(await screen.findByText('Waiting to be let in: Robin Park and Ana Silva')).toBeInTheDocument()
    await user.click(button('Show'))
    expect(await screen.findByRole('list', { name: 'Waiting: 2' }, { timeout: 5000 })).toBeInTheDocument()
  })

  it('admits and refuses one by one in the panel, and keeps the focus there', async () => {
    const { waits, user, openPeople, decisions } = await hosting()
    await waits(ROBIN, ANA)
    await openPeople()
    await user.click(button('Admit Robin Park'))
    expect(await screen.findByText('Robin Park was admitted.')).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'People' }).contains(document.activeElement)).toBe(true)
    await user.click(button('Refuse Ana Silva'))
    await waitFor(() => expect(screen.queryByRole('list', { name: /Waiting/ })).toBeNull())
    expect(
      within(screen.getByRole('list', { name: 'Removed: 1' })).getByText('Ana Silva'),
    ).toBeInTheDocument()
    expect(decisions()).toMatchObject([
      { verb: 'admitParticipant', about: 'robin' },
      { verb: 'removeParticipant', about: 'ana' },
    ])
  })

  it('admits all, one after the other', async () => {
    const { waits, user, openPeople, decisions } = await hosting()
    await waits(ROBIN, ANA)
    await openPeople()
    await user.click(button('Admit all'))
    expect(await screen.findByText('Everybody was admitted.')).toBeInTheDocument()
    expect(decisions().map(({ about }) => about)).toEqual(['robin', 'ana'])
  })

  it('lets somebody back in who was removed', async () => {
    const { user, openPeople, decisions } = await hosting()
    await openPeople()
    await user.click(button('Actions for Kim Lee'))
    await user.click(button('Remove Kim Lee'))
    await user.click(button('Remove'))
    await user.click(await screen.findByRole('button', { name: 'Let back in: Kim Lee' }))
    expect(decisions().at(-1)).toMatchObject({ verb: 'readmitParticipant', about: 'kim' })
    expect(await screen.findByText('Kim Lee can join again.')).toBeInTheDocument()
    expect(screen.queryByRole('list', { name: /Removed/ })).toBeNull()
  })

  it('locks and unlocks, with a sign for as long as it lasts', async () => {
    const { user, openPeople, decisions } = await hosting()
    await openPeople()
    const lock = screen.getByRole('checkbox', { name: 'Lock the meeting' })
    await user.click(lock)
    await waitFor(() => expect(lock).toBeChecked())
    expect(await screen.findByText('Locked')).toBeInTheDocument()
    expect(await screen.findByText('The meeting is locked.')).toBeInTheDocument()
    await user.click(lock)
    await waitFor(() => expect(screen.queryByText('Locked')).toBeNull())
    expect(lock).not.toBeChecked()
    expect(decisions().map(({ about }) => about)).toEqual([true, false])
  })

  it('stays as it was when locking fails', async () => {
    const { user, openPeople, hosting: hosts } = await hosting()
    await openPeople()
    hosts.failNext('lockMeeting', { code: 'STORE_UNAVAILABLE' })
    await user.click(screen.getByRole('checkbox', { name: 'Lock the meeting' }))
    expect(await screen.findByText(/That did not work/)).toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: 'Lock the meeting' })).not.toBeChecked()
  })

  it('is the same for an admin', async () => {
    const { waits } = await hosting({ role: 'admin' })
    await waits(ROBIN)
    expect(await screen.findByText('Robin Park is waiting to be let in.')).toBeInTheDocument()
  })

  it('is not there where the server has none', async () => {
    const { waits, openPeople } = await hosting({
      before(hosts) {
        // React mounts everything twice here.
        for (const _ of [1, 2])
          hosts.failNext('readModeration', { code: 'ROUTE_NOT_FOUND', retryable: false })
      },
    })
    await waits(ROBIN)
    await openPeople()
    expect(screen.queryByRole('checkbox', { name: 'Lock the meeting' })).toBeNull()
    expect(screen.queryByText(/waiting/)).toBeNull()
  })

  it('is nobody else’s business: nothing is asked for a customer', async () => {
    const { waits, openPeople, hosting: hosts } = await hosting({ role: 'customer' })
    await waits(ROBIN)
    await openPeople()
    expect(hosts.calls).toEqual([])
    expect(screen.queryByRole('checkbox', { name: 'Lock the meeting' })).toBeNull()
  })

  it('is forgotten and asked for no more when the call is over', async () => {
    const { waits, calls, callView, hosting: hosts, pass } = await hosting()
    await waits(ROBIN)
    await act(() => calls.leave())
    const asked = hosts.calls.length
    await pass(60_000)
    expect([callView.get().door, hosts.calls.length]).toEqual([null, asked])
  })
})
