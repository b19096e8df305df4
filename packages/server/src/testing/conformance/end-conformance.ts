import type { StoreConformanceOptions } from './conformance-options.ts'
import { meeting, PEOPLE } from './people.ts'
import { steps } from './steps.ts'

/** Ending for everybody: who may, what it does, and that it stays so. */
export function endConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  describe('end', () => {
    for (const [who, viewer] of [
      ['the host', PEOPLE.host],
      ['an admin', PEOPLE.admin],
      ['a customer who is an admin too', { ...PEOPLE.customer, adminOf: PEOPLE.admin.adminOf }],
    ] as const) {
      it(`completes the meeting for ${who}, and every visit with it`, async () => {
        const act = steps(await createStore([meeting()]))
        await act.enter(PEOPLE.host, '14:00:00')
        await act.enter(PEOPLE.customer, '14:01:00')
        await act.enter(PEOPLE.guest, '14:02:00')
        await act.leave(PEOPLE.guest, '14:03:00')
        expect(await act.end(viewer, '14:30:00')).toMatchObject({
          ended: true,
          completed: true,
          booking: { status: 'completed', metadata: { ...meeting().metadata, endedForAll: true } },
        })
        expect(await act.status()).toEqual('completed')
        expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:30:00' })
        expect(await act.stay(PEOPLE.customer)).toEqual({ from: '14:01:00', until: '14:30:00' })
        expect(await act.stay(PEOPLE.guest)).toEqual({ from: '14:02:00', until: '14:03:00' })
        expect(await act.leftBy(PEOPLE.customer)).toEqual('end')
        expect(await act.leftBy(PEOPLE.guest)).toEqual('person')
      })
    }

    for (const [who, viewer] of [
      ['a customer', PEOPLE.customer],
      ['a guest', PEOPLE.guest],
    ] as const) {
      it(`changes nothing for ${who}`, async () => {
        const act = steps(await createStore([meeting()]))
        await act.enter(viewer, '14:00:00')
        expect(await act.end(viewer, '14:30:00')).toMatchObject({
          ended: false,
          completed: false,
          booking: { status: 'in_progress' },
        })
        expect((await act.find(PEOPLE.host))?.booking).toEqual({
          ...meeting({ status: 'in_progress' }),
          viewerRole: 'host',
        })
        expect(await act.stay(viewer)).toEqual({ from: '14:00:00', until: null })
      })
    }

    it('is the same the second time, and completes once', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.end(PEOPLE.host, '14:30:00')
      expect(await act.end(PEOPLE.admin, '14:31:00')).toMatchObject({ ended: true, completed: false })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:30:00' })
    })

    it('completes once when host and admin end it at the same instant', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      const results = await Promise.all(
        [PEOPLE.host, PEOPLE.admin, PEOPLE.host].map((viewer) => act.end(viewer, '14:30:00')),
      )
      expect(results.map((result) => result?.ended)).toEqual([true, true, true])
      expect(results.filter((result) => result?.completed).length).toEqual(1)
    })

    it('closes a meeting for good that everybody had left', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.leave(PEOPLE.host, '14:10:00')
      expect(await act.end(PEOPLE.host, '14:11:00')).toMatchObject({ ended: true, completed: false })
      expect(await act.enter(PEOPLE.customer, '14:12:00')).toMatchObject({ entered: false })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:10:00' })
    })

    it('keeps everybody out afterwards, and what comes late changes nothing', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:00:01')
      await act.end(PEOPLE.host, '14:30:00')
      expect(await act.enter(PEOPLE.customer, '14:31:00')).toMatchObject({ entered: false, newVisit: false })
      expect(await act.leave(PEOPLE.customer, '14:32:00')).toEqual({
        bookingId: meeting().id,
        status: 'completed',
        left: false,
        completed: false,
      })
      expect(await act.status()).toEqual('completed')
    })

    for (const status of ['confirmed', 'completed', 'cancelled'] as const) {
      it(`leaves a ${status} meeting alone that nobody was in`, async () => {
        const booking = meeting({ status })
        const act = steps(await createStore([booking]), booking)
        expect(await act.end(PEOPLE.host, '14:00:00')).toEqual({
          ended: false,
          completed: false,
          booking: { ...booking, viewerRole: 'host' },
        })
        expect((await act.find(PEOPLE.host))?.booking).toEqual({ ...booking, viewerRole: 'host' })
      })
    }

    it('leaves a meeting alone that waits for its start again', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '13:50:00')
      await act.leave(PEOPLE.host, '13:51:00')
      expect(await act.end(PEOPLE.host, '13:52:00')).toMatchObject({
        ended: false,
        booking: { status: 'confirmed' },
      })
      expect(await act.enter(PEOPLE.host, '13:53:00')).toMatchObject({ entered: true })
    })
  })
}
