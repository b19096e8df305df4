import type { StoreConformanceOptions } from './conformance-options.ts'
import { meeting, PEOPLE } from './people.ts'
import { steps } from './steps.ts'

/** Leaving: the last one out, the one who waited in vain, and what nobody ever told us. */
export function leaveConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  describe('leave', () => {
    it('keeps the meeting going while somebody is in', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:00:01')
      expect(await act.leave(PEOPLE.host, '14:30:00')).toEqual({
        bookingId: meeting().id,
        status: 'in_progress',
        left: true,
        completed: false,
      })
    })

    it('completes the meeting when the last one leaves', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:00:01')
      await act.leave(PEOPLE.host, '14:30:00')
      expect(await act.leave(PEOPLE.customer, '14:31:00')).toMatchObject({
        status: 'completed',
        left: true,
        completed: true,
      })
    })

    for (const [time, status] of [
      ['13:59:59.999', 'confirmed'],
      ['14:00:00.000', 'completed'],
    ] as const) {
      it(`makes a meeting ${status} when its only visitor leaves at ${time}`, async () => {
        const act = steps(await createStore([meeting()]))
        await act.enter(PEOPLE.customer, '13:50:00')
        expect(await act.leave(PEOPLE.customer, time)).toMatchObject({ status })
        expect(await act.status()).toEqual(status)
      })
    }

    it('confirms again when people missed each other before the start', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.customer, '13:50:00')
      await act.leave(PEOPLE.customer, '13:51:00')
      await act.enter(PEOPLE.host, '13:51:00')
      expect(await act.leave(PEOPLE.host, '13:53:00')).toMatchObject({ status: 'confirmed' })
    })

    it('completes when people met before the start', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.customer, '13:50:00')
      await act.enter(PEOPLE.host, '13:51:00')
      await act.leave(PEOPLE.customer, '13:52:00')
      expect(await act.leave(PEOPLE.host, '13:53:00')).toMatchObject({ status: 'completed' })
    })

    it('changes nothing the second time, nor for somebody who is not in', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      const nothing = { status: 'in_progress', left: false, completed: false }
      expect(await act.leave(PEOPLE.customer, '14:01:00')).toMatchObject(nothing)
      await act.leave(PEOPLE.host, '14:02:00')
      await act.enter(PEOPLE.customer, '14:03:00')
      expect(await act.leave(PEOPLE.host, '14:04:00')).toMatchObject(nothing)
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:02:00' })
    })

    it('changes nothing in a meeting nobody entered', async () => {
      const act = steps(await createStore([meeting()]))
      expect(await act.leave(PEOPLE.host, '14:00:00')).toMatchObject({ status: 'confirmed' })
    })

    it('takes a visit back that never arrived, also after the start', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:10:00')
      expect(await act.leave(PEOPLE.host, '14:10:00', true)).toMatchObject({
        status: 'confirmed',
        left: false,
        completed: false,
      })
      expect((await act.find(PEOPLE.host))?.visitors).toEqual([])
    })

    it('takes back one entry at a time, and the visit with the last of them', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.host, '14:10:00')
      expect(await act.leave(PEOPLE.host, '14:00:00', true)).toMatchObject({ status: 'in_progress' })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
      expect(await act.leave(PEOPLE.host, '14:10:00', true)).toMatchObject({ status: 'confirmed' })
      expect((await act.find(PEOPLE.host))?.visitors).toEqual([])
    })

    it('takes entries back that arrived in another order than they began', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:01')
      await act.enter(PEOPLE.host, '14:00:00')
      expect(await act.leave(PEOPLE.host, '14:00:00', true)).toMatchObject({ status: 'in_progress' })
      expect(await act.leave(PEOPLE.host, '14:00:01', true)).toMatchObject({ status: 'confirmed' })
    })

    it('takes nothing back of another visit', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.leave(PEOPLE.host, '14:01:00')
      await act.enter(PEOPLE.host, '14:10:00')
      for (const time of ['14:00:00', '14:09:59', '14:10:01']) {
        expect(await act.leave(PEOPLE.host, time, true)).toMatchObject({ status: 'in_progress', left: false })
      }
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
    })

    it('takes one of two entries of the same instant back', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.host, '14:00:00')
      expect(await act.leave(PEOPLE.host, '14:00:00', true)).toMatchObject({ status: 'in_progress' })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
      expect(await act.leave(PEOPLE.host, '14:00:00', true)).toMatchObject({ status: 'confirmed' })
    })

    it('is confirmed again after a late entry that was taken back, as it was before', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.customer, '13:50:00')
      await act.leave(PEOPLE.customer, '13:51:00')
      await act.enter(PEOPLE.host, '14:10:00')
      expect(await act.leave(PEOPLE.host, '14:10:00', true)).toMatchObject({ status: 'confirmed' })
    })

    it('completes when the one who never arrived was the last', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:05:00')
      await act.leave(PEOPLE.host, '14:06:00')
      expect(await act.leave(PEOPLE.customer, '14:05:00', true)).toMatchObject({
        status: 'completed',
        left: false,
        completed: true,
      })
    })

    it('ends the meeting once when everybody leaves at the same instant', async () => {
      const act = steps(await createStore([meeting()]))
      const people = [PEOPLE.host, PEOPLE.customer, PEOPLE.guest]
      for (const viewer of people) await act.enter(viewer, '14:00:00')
      const results = await Promise.all(people.map((viewer) => act.leave(viewer, '14:30:00')))
      expect(results.filter((result) => result?.completed).length).toEqual(1)
      expect(await act.status()).toEqual('completed')
    })

    it('leaves a cancelled meeting cancelled', async () => {
      const booking = meeting({ status: 'cancelled' })
      const act = steps(await createStore([booking]), booking)
      expect(await act.leave(PEOPLE.host, '14:00:00')).toMatchObject({ status: 'cancelled' })
    })
  })
}
