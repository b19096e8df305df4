import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { setUpCallPage } from '../../../test/open-call.tsx'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'

afterEach(cleanup)

async function waiting(options: Parameters<typeof setUpCallPage>[0] & { isListed?: boolean } = {}) {
  const page = setUpCallPage({ people: [{ identity: 'sam' }], ...options })
  if (options.isListed !== false) {
    page.queryClient.setQueryData([...BOOKINGS_KEY, 'list'], {
      pages: [{ bookings: page.client.getBookings(), nextCursor: null, serverTime: '' }],
      pageParams: [null],
    })
  }
  const admit = page.client.keepWaiting()
  await act(() => page.calls.launch(page.bookingId).then(() => {}))
  await screen.findByRole('region', { name: 'Waiting to be let in' }, { timeout: 5000 })
  return {
    ...page,
    admit,
    user: userEvent.setup(),
    nextAnswer: () => act(async () => page.clock.advance(5_000)),
  }
}

const dialog = () => within(screen.getByRole('dialog'))
/** The first of the regions that are read out; the others are about devices. */
const status = () => dialog().getAllByRole('status')[0]

describe('the waiting room', () => {
  it('says who decides, shows oneself, and offers devices and a way out', async () => {
    const { client } = await waiting()
    const [booking] = client.getBookings()
    expect(status()).toHaveTextContent(`${booking?.hostName} will let you in soon.`)
    const preview = within(dialog().getByRole('group', { name: 'How others will see you' }))
    expect(preview.getByText(booking?.customerName ?? '')).toBeInTheDocument()
    expect(dialog().getByRole('combobox', { name: 'Camera' })).toBeInTheDocument()
    expect(dialog().queryByRole('button', { name: /Join/ })).toBeNull()
    expect(screen.queryByRole('group', { name: 'Call controls' })).toBeNull()
  })

  it('names nobody when no list tells who the host is', async () => {
    await waiting({ isListed: false })
    expect(status()).toHaveTextContent('The host will let you in soon.')
    expect(dialog().getByText('You')).toBeInTheDocument()
  })

  it.each([true, false])('goes on into the call by itself, and says so (lobby: %s)', async (lobby) => {
    const { admit, nextAnswer, clock } = await waiting({ lobby })
    admit()
    await nextAnswer()
    expect(await screen.findByRole('group', { name: 'Call controls' })).toBeInTheDocument()
    act(() => clock.advance(4_000))
    expect(await screen.findByText('You are in the call')).toBeInTheDocument()
  })

  it('keeps one muted who muted themselves while they waited', async () => {
    const { admit, nextAnswer, user, calls } = await waiting()
    await user.click(dialog().getByRole('button', { name: 'Mute' }))
    admit()
    await nextAnswer()
    expect(calls.getState()).toMatchObject({ session: { phase: 'connected' }, media: { isMuted: true } })
  })

  it('says that the meeting is locked, or that the server cannot be reached', async () => {
    const { client, nextAnswer } = await waiting()
    client.failNext('launchVideo', { code: 'MEETING_LOCKED', retryable: true })
    await nextAnswer()
    expect(status()).toHaveTextContent(/has locked this meeting/)
    client.failNext('launchVideo', { code: 'NETWORK_UNREACHABLE', retryable: true })
    await nextAnswer()
    expect(status()).toHaveTextContent('The server cannot be reached. We keep trying.')
  })

  it.each([
    ['REMOVED_FROM_MEETING', 'The host did not let you in.'],
    ['BOOKING_ENDED', 'This meeting is over.'],
  ] as const)('says when it was in vain: %s', async (code, title) => {
    const { client, nextAnswer, user, devices } = await waiting()
    client.failNext('launchVideo', { code, retryable: false })
    await nextAnswer()
    expect(screen.getByRole('region', { name: title })).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: title })).toHaveFocus()
    expect(devices.live).toEqual([])
    await user.click(dialog().getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is left by Leave: nothing is open and nothing is asked any more', async () => {
    const { user, client, devices, nextAnswer } = await waiting()
    await user.click(dialog().getByRole('button', { name: 'Leave' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'On the page' }))
    await nextAnswer()
    expect(client.calls.map(({ route }) => route)).toEqual(['launchVideo', 'leaveVideo'])
    expect(devices.live).toEqual([])
  })
})
