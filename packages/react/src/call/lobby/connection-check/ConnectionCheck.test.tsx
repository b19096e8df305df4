import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { setUpCallPage } from '../../../../test/open-call.tsx'
import type { ConnectionReport, MeasuredConnection } from '../../../room/connection-report.ts'
import { createTestRuntime } from '../../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../../testing/MeetingsTestProvider.tsx'
import { ConnectionCheck } from './ConnectionCheck.tsx'
import { loadCheckParts } from './load-check-parts.ts'

afterEach(cleanup)

const PATIENCE = { timeout: 5_000 }
const measured = (change: Partial<MeasuredConnection>): ConnectionReport => ({
  quality: 'good',
  latencyMs: 42,
  jitterMs: 4,
  packetLoss: 0,
  connectMs: 380,
  ...change,
})

async function inLobby() {
  const page = setUpCallPage({ lobby: true, people: [{ identity: 'sam' }] })
  await act(() => page.calls.launch(page.bookingId).then(() => {}))
  await screen.findByRole('region', { name: 'Ready to join?' }, PATIENCE)
  return { ...page, user: userEvent.setup() }
}

const button = (name: string) => screen.getByRole('button', { name })
const says = (text: string | RegExp) => screen.findByText(text, {}, PATIENCE)

describe('the check of the connection in the lobby', () => {
  it('says nothing and sends nothing before somebody asks', async () => {
    const { room } = await inLobby()
    expect(button('Check connection')).toBeInTheDocument()
    expect(room.checks).toEqual([])
  })

  it('says how far it is and then what it found, politely, with the numbers behind it', async () => {
    const { user, room } = await inLobby()
    const release = room.holdChecks('connecting')
    await user.click(button('Check connection'))
    const progress = await says('Trying out sound and picture')
    expect(screen.getAllByRole('status').some((line) => line.contains(progress))).toBe(true)
    room.findConnection(measured({ packetLoss: 0.004 }))
    release()
    const title = await says('Your connection is good')
    expect(screen.getAllByRole('status').some((line) => line.contains(title))).toBe(true)
    await user.click(screen.getByText('Details'))
    const details = within(screen.getByText('Details').closest('details') ?? document.body)
    for (const fact of ['42 ms', '4 ms', '0.4%', '380 ms']) details.getByText(fact)
  })

  it.each<[string, RegExp, ConnectionReport]>([
    ['Your connection is a little slow', /turn off your camera/, measured({ quality: 'fair' })],
    ['Your connection is slow', /closer to your router/, measured({ quality: 'poor' })],
    [
      'Video calls are blocked on this network',
      /another network/,
      { quality: 'none', problem: 'media-blocked' },
    ],
    ['The video service cannot be reached', /VPN/, { quality: 'none', problem: 'unreachable' }],
    [
      'Your connection could not be checked',
      /join all the same/,
      { quality: 'none', problem: 'check-failed' },
    ],
  ])('tells "%s" and what to do', async (title, advice, report) => {
    const { user, room } = await inLobby()
    room.findConnection(report)
    await user.click(button('Check connection'))
    await says(title)
    screen.getByText(advice)
    expect(screen.queryByText('Details') === null).toBe(report.quality === 'none')
  })

  it('is done again with the same button, which keeps the focus', async () => {
    const { user, room } = await inLobby()
    room.findConnection({ quality: 'none', problem: 'unreachable' })
    const once = button('Check connection')
    await user.click(once)
    await says('The video service cannot be reached')
    room.findConnection(measured({}))
    expect([button('Check again'), document.activeElement]).toEqual([once, once])
    await user.click(once)
    await says('Your connection is good')
    expect(room.checks).toHaveLength(2)
  })

  it('is stopped with it, too', async () => {
    const { user, room } = await inLobby()
    room.holdChecks()
    await user.click(button('Check connection'))
    await says('Measuring for a few seconds')
    await user.click(button('Stop checking'))
    await waitFor(() => expect(room.openChecks).toBe(0))
    expect(screen.queryByText('Measuring for a few seconds')).toBeNull()
    expect(button('Check connection')).toBeInTheDocument()
  })

  it('holds nobody up: going in ends it', async () => {
    const { user, room, calls } = await inLobby()
    room.holdChecks()
    await user.click(button('Check connection'))
    await says('Measuring for a few seconds')
    await user.click(button('Join now'))
    await waitFor(() => expect(calls.getState().session.phase).toBe('connected'))
    expect([room.openChecks, room.checks[0]?.signal.aborted]).toEqual([0, true])
  })

  it('ends when the person leaves', async () => {
    const { user, room } = await inLobby()
    room.holdChecks()
    await user.click(button('Check connection'))
    await says('Measuring for a few seconds')
    await user.click(button('Cancel'))
    await waitFor(() => expect([room.openChecks, room.checks[0]?.signal.aborted]).toEqual([0, true]))
  })

  it('uses the token of the call, and a fresh one where that is too old', async () => {
    const { user, room, client } = await inLobby()
    room.findConnection({ quality: 'none', problem: 'token-expired' })
    await user.click(button('Check connection'))
    await says('Your connection could not be checked')
    expect(client.calls.filter(({ route }) => route === 'refreshToken')).toHaveLength(1)
    const [first, second, ...others] = room.checks.map(({ token }) => token)
    expect([typeof first, typeof second, first === second, others]).toEqual(['string', 'string', false, []])
  })

  it('says when its code cannot be loaded, and tries again', async () => {
    const loads: string[] = []
    const load = () => {
      loads.push('load')
      return loads.length === 1 ? Promise.reject(new TypeError('a chunk is missing')) : loadCheckParts()
    }
    render(
      <MeetingsTestProvider runtime={createTestRuntime()}>
        <ConnectionCheck load={load} />
      </MeetingsTestProvider>,
    )
    const user = userEvent.setup()
    await user.click(button('Check connection'))
    await says('The check could not be loaded. Try again.')
    await user.click(button('Check connection'))
    // Without a call there is nothing to check with.
    await says('Your connection could not be checked')
    expect(loads).toHaveLength(2)
  })

  it('says that the service cannot be reached when the SDK cannot be loaded', async () => {
    const runtime = createTestRuntime()
    const checkConnection = () => Promise.reject(new TypeError('a chunk is missing'))
    render(
      <MeetingsTestProvider runtime={{ ...runtime, calls: { ...runtime.calls, checkConnection } }}>
        <ConnectionCheck />
      </MeetingsTestProvider>,
    )
    await userEvent.setup().click(button('Check connection'))
    await says('The video service cannot be reached')
  })
})
