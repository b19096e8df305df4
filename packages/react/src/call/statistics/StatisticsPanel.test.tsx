import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import type { RoomStatistics, TrackStatistics } from '../../room/room-client.ts'

afterEach(cleanup)

const picture: TrackStatistics = {
  sid: 'MT-sam-camera',
  kind: 'video',
  direction: 'received',
  bytes: 0,
  packets: 0,
  packetsLost: 0,
  roundTripMs: null,
  width: 1280,
  height: 720,
  frameRate: 24.4,
  codec: 'VP8',
}
const counted = (at: number, bytes: number, own: string): RoomStatistics => ({
  at,
  tracks: [
    { ...picture, bytes, packets: bytes / 1000, packetsLost: 0 },
    { ...picture, sid: own, kind: 'audio', direction: 'sent', codec: 'opus', roundTripMs: 42, width: null },
  ],
})

async function opened(first: (own: string) => RoomStatistics | null) {
  const page = setUpCallPage({ people: [{ identity: 'sam' }] })
  await joinCall(page)
  await waitFor(() => expect(page.room.published?.microphone).toBeTruthy())
  const own = `MT-${page.room.published?.microphone?.id}`
  page.room.measure(first(own))
  act(() => page.callView.set({ panel: 'statistics' }))
  await screen.findByRole('region', { name: 'Connection' })
  const pass = (ms: number) => act(async () => page.clock.advance(ms))
  return { ...page, own, pass }
}

describe('the statistics of the connection', () => {
  it('say per person what their sound and picture are, and after two seconds how much', async () => {
    const { room, own, pass } = await opened((sid) => counted(1_000, 0, sid))
    const sam = within(await screen.findByRole('region', { name: 'Sam Rivera' }))
    sam.getByText('1280 × 720')
    sam.getByText('24 fps')
    expect(sam.queryByText(/bit|Mb/)).toBeNull()
    within(screen.getByRole('region', { name: 'You' })).getByText('42 ms')
    room.measure(counted(3_000, 300_000, own))
    await pass(2_000)
    await sam.findByText('1.2 Mb/s')
    sam.getByText('Packets lost: 0%')
  })

  it('stop counting when nobody looks any more', async () => {
    const { callView, clock } = await opened((sid) => counted(1_000, 0, sid))
    await screen.findByRole('region', { name: 'Sam Rivera' })
    const waiting = clock.waiting
    act(() => callView.set({ panel: null }))
    expect(clock.waiting).toBe(waiting - 1)
  })

  it('say that there is nothing to measure, and begin when there is', async () => {
    const { room, own, pass } = await opened(() => null)
    await screen.findByText('The connection cannot be measured now.')
    room.measure(counted(1_000, 0, own))
    await pass(2_000)
    await screen.findByText('1280 × 720')
  })
})
