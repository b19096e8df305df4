import type { SettleResult } from '../../ports/booking-store.ts'
import type { StoreConformanceOptions } from './conformance-options.ts'
import { meeting, PEOPLE } from './people.ts'
import { steps } from './steps.ts'

const NOTHING = { joined: [], left: [], completed: false }

/** What the room service tells: who it concerns, what follows from it, and what it must not change. */
export function settleConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  describe('settle', () => {
    it('ends the visit of somebody whose connection ended, and with the last one the meeting', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:00:00')
      await act.connected(PEOPLE.host, 'PA1', '14:00:02')
      await act.connected(PEOPLE.customer, 'PA2', '14:00:03')
      expect(await act.disconnected(PEOPLE.host, 'PA1', '14:20:00')).toEqual({
        status: 'in_progress',
        joined: [],
        left: [PEOPLE.host.userId],
        completed: false,
      })
      expect(await act.disconnected(PEOPLE.customer, 'PA2', '14:30:00')).toEqual({
        status: 'completed',
        joined: [],
        left: [PEOPLE.customer.userId],
        completed: true,
      })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:20:00' })
      expect(await act.stay(PEOPLE.customer)).toEqual({ from: '14:00:00', until: '14:30:00' })
      expect(await act.leftBy(PEOPLE.host)).toEqual('room')
    })

    it('completes once when the last two connections end at the same instant, each told twice', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:00:00')
      const told = [PEOPLE.host, PEOPLE.customer, PEOPLE.host, PEOPLE.customer]
      const results: (SettleResult | null)[] = await Promise.all(
        told.map((viewer) => act.disconnected(viewer, `PA-${viewer.userId}`, '14:30:00')),
      )
      expect(results.filter((result) => result?.completed).length).toEqual(1)
      expect(results.flatMap((result) => result?.left ?? []).sort()).toEqual([
        PEOPLE.host.userId,
        PEOPLE.customer.userId,
      ])
      expect(await act.status()).toEqual('completed')
    })

    it('confirms a meeting again whose only visitor was lost before the start', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.customer, '13:50:00')
      expect(await act.disconnected(PEOPLE.customer, 'PA1', '13:59:59')).toMatchObject({
        status: 'confirmed',
        completed: false,
      })
    })

    it('keeps somebody in who has another connection', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.connected(PEOPLE.host, 'PA1', '14:00:01')
      await act.connected(PEOPLE.host, 'PA2', '14:05:00')
      expect(await act.disconnected(PEOPLE.host, 'PA1', '14:05:01')).toMatchObject(NOTHING)
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
    })

    it('keeps somebody in who entered again since', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.connected(PEOPLE.host, 'PA1', '14:00:01')
      await act.enter(PEOPLE.host, '14:10:00')
      expect(await act.disconnected(PEOPLE.host, 'PA1', '14:09:59')).toMatchObject(NOTHING)
      expect(await act.disconnected(PEOPLE.host, 'PA2', '14:10:00')).toMatchObject({
        left: [PEOPLE.host.userId],
      })
    })

    it('keeps somebody in who entered again since, by a server whose clock is late', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:10:00')
      await act.enter(PEOPLE.host, '14:09:58')
      expect(await act.disconnected(PEOPLE.host, 'PA1', '14:09:59')).toMatchObject(NOTHING)
    })

    it('lets somebody leave whose earlier stay was never told to end', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.connected(PEOPLE.host, 'PA1', '14:00:01')
      await act.leave(PEOPLE.host, '14:10:00')
      await act.enter(PEOPLE.host, '14:20:00')
      await act.connected(PEOPLE.host, 'PA2', '14:20:01')
      expect(await act.disconnected(PEOPLE.host, 'PA2', '14:30:00')).toMatchObject({
        status: 'completed',
        left: [PEOPLE.host.userId],
      })
    })

    it('lets somebody in again who connects after leaving, and counts it as one stay', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.leave(PEOPLE.host, '14:10:00')
      expect(await act.connected(PEOPLE.host, 'PA2', '14:10:01')).toEqual({
        status: 'in_progress',
        joined: [PEOPLE.host.userId],
        left: [],
        completed: false,
      })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
      expect(await act.disconnected(PEOPLE.host, 'PA2', '14:20:00')).toMatchObject({ completed: true })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:20:00' })
    })

    for (const [time, joined] of [
      ['15:59:59.999', [PEOPLE.host.userId]],
      ['16:00:00.000', []],
    ] as const) {
      it(`${joined.length > 0 ? 'lets' : 'does not let'} somebody in again at ${time}`, async () => {
        const act = steps(await createStore([meeting()]))
        await act.enter(PEOPLE.host, '14:00:00')
        await act.leave(PEOPLE.host, '14:10:00')
        expect(await act.connected(PEOPLE.host, 'PA1', time)).toMatchObject({ joined })
        expect(await act.status()).toEqual(joined.length > 0 ? 'in_progress' : 'completed')
      })
    }

    it('lets nobody in again after the end for all', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.end(PEOPLE.host, '14:10:00')
      expect(await act.connected(PEOPLE.host, 'PA1', '14:20:00')).toEqual({ ...NOTHING, status: 'completed' })
      expect(await act.disconnected(PEOPLE.host, 'PA1', '14:21:00')).toMatchObject(NOTHING)
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:10:00' })
    })

    for (const status of ['confirmed', 'cancelled', 'completed'] as const) {
      it(`changes nothing in a ${status} meeting that nobody entered`, async () => {
        const booking = meeting({ status })
        const act = steps(await createStore([booking]), booking)
        expect(await act.connected(PEOPLE.host, 'PA1', '14:00:00')).toEqual({ ...NOTHING, status })
        expect(await act.disconnected(PEOPLE.host, 'PA1', '14:01:00')).toEqual({ ...NOTHING, status })
        expect(await act.roomEnded('14:02:00')).toEqual({ ...NOTHING, status })
        expect((await act.find(PEOPLE.host))?.visitors).toEqual([])
      })
    }

    it('leaves a meeting confirmed whose visitor left it before the start', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.customer, '13:50:00')
      await act.leave(PEOPLE.customer, '13:51:00')
      expect(await act.connected(PEOPLE.customer, 'PA1', '13:52:00')).toEqual({
        ...NOTHING,
        status: 'confirmed',
      })
    })

    it('does not know somebody who never entered', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      expect(await act.connected(PEOPLE.customer, 'PA1', '14:01:00')).toMatchObject(NOTHING)
      expect(await act.disconnected(PEOPLE.customer, 'PA1', '14:02:00')).toMatchObject(NOTHING)
      expect((await act.find(PEOPLE.host))?.visitors.map(({ userId }) => userId)).toEqual([
        PEOPLE.host.userId,
      ])
      expect(await act.status()).toEqual('in_progress')
    })

    it('answers null for a booking that does not exist', async () => {
      const act = steps(await createStore([]))
      expect(await act.connected(PEOPLE.host, 'PA1', '14:00:00')).toEqual(null)
      expect(await act.disconnected(PEOPLE.host, 'PA1', '14:00:00')).toEqual(null)
      expect(await act.roomEnded('14:00:00')).toEqual(null)
    })

    it('ends the stay of everybody in a room that ended', async () => {
      const act = steps(await createStore([meeting()]))
      for (const viewer of [PEOPLE.host, PEOPLE.customer, PEOPLE.guest]) await act.enter(viewer, '14:00:00')
      await act.connected(PEOPLE.host, 'PA1', '14:00:01')
      await act.connected(PEOPLE.customer, 'PA2', '14:00:02')
      await act.connected(PEOPLE.guest, 'PA3', '14:00:03')
      await act.disconnected(PEOPLE.guest, 'PA3', '14:20:00')
      const result = await act.roomEnded('14:30:00')
      expect({ ...result, left: [...(result?.left ?? [])].sort() }).toEqual({
        status: 'completed',
        joined: [],
        left: [PEOPLE.host.userId, PEOPLE.customer.userId],
        completed: true,
      })
      expect(await act.stay(PEOPLE.customer)).toEqual({ from: '14:00:00', until: '14:30:00' })
      expect(await act.stay(PEOPLE.guest)).toEqual({ from: '14:00:00', until: '14:20:00' })
      expect(await act.roomEnded('14:30:00')).toEqual({ ...NOTHING, status: 'completed' })
    })

    it('ends the stay of somebody of whom only the end of the room was told', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:30:01')
      expect(await act.roomEnded('14:30:00')).toMatchObject({
        status: 'in_progress',
        left: [PEOPLE.host.userId],
      })
      // The customer came for the next room.
      expect(await act.stay(PEOPLE.customer)).toEqual({ from: '14:30:01', until: null })
      expect(await act.connected(PEOPLE.host, 'PA1', '14:30:02', 'room-2')).toMatchObject({
        joined: [PEOPLE.host.userId],
      })
    })

    it('does not touch people in the new room when the old one ends', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:00:00')
      await act.connected(PEOPLE.host, 'PA1', '14:00:01', 'room-1')
      await act.connected(PEOPLE.customer, 'PA2', '14:00:01', 'room-1')
      await act.connected(PEOPLE.host, 'PA3', '14:10:00', 'room-2')
      expect(await act.roomEnded('14:10:01', 'room-1')).toMatchObject({
        status: 'in_progress',
        left: [PEOPLE.customer.userId],
      })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
    })

    it('lets nobody in through a room that has ended already', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      expect(await act.roomEnded('14:30:00')).toMatchObject({ left: [PEOPLE.host.userId] })
      expect(await act.connected(PEOPLE.host, 'PA1', '14:00:01')).toEqual({
        ...NOTHING,
        status: 'completed',
      })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:30:00' })
    })
  })
}
