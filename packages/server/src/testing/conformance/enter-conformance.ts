import type { BookingStatus } from '@meetings/contract'
import type { StoreConformanceOptions } from './conformance-options.ts'
import { at, meeting, PEOPLE } from './people.ts'
import { steps } from './steps.ts'

/** Entering: time, status, and many at once. */
export function enterConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  describe('enter', () => {
    for (const [time, viewer, entered] of [
      ['13:44:59.999', PEOPLE.customer, false],
      ['13:45:00.000', PEOPLE.customer, true],
      ['14:59:59.999', PEOPLE.customer, true],
      ['15:00:00.000', PEOPLE.customer, false],
      ['09:00:00.000', PEOPLE.admin, true],
      ['15:00:00.000', PEOPLE.admin, false],
    ] as const) {
      const who = viewer === PEOPLE.admin ? 'an admin' : 'a participant'
      it(`${entered ? 'lets' : 'does not let'} ${who} in at ${time}`, async () => {
        const act = steps(await createStore([meeting()]))
        expect(await act.enter(viewer, time)).toMatchObject({ entered, newVisit: entered, started: entered })
        expect(await act.status()).toEqual(entered ? 'in_progress' : 'confirmed')
      })
    }

    it('lets a host who is an admin too in early', async () => {
      const act = steps(await createStore([meeting()]))
      const viewer = { ...PEOPLE.host, adminOf: PEOPLE.admin.adminOf }
      expect(await act.enter(viewer, '09:00:00')).toMatchObject({ entered: true })
    })

    for (const [status, entered] of [
      ['confirmed', true],
      ['in_progress', true],
      ['completed', false],
      ['cancelled', false],
    ] as const satisfies [BookingStatus, boolean][]) {
      it(`${entered ? 'lets' : 'does not let'} people into a ${status} meeting that nobody was in`, async () => {
        const act = steps(await createStore([meeting({ status })]))
        expect(await act.enter(PEOPLE.host, '14:00:00')).toMatchObject({ entered })
        expect(await act.status()).toEqual(entered ? 'in_progress' : status)
      })
    }

    it('reopens a meeting that was completed by everybody leaving', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.host, '14:00:00')
      await act.leave(PEOPLE.host, '14:10:00')
      expect(await act.status()).toEqual('completed')
      expect(await act.enter(PEOPLE.customer, '14:20:00')).toMatchObject({
        entered: true,
        started: true,
        booking: { status: 'in_progress' },
      })
    })

    for (const [time, entered] of [
      ['14:59:59.999', true],
      ['15:00:00.000', false],
      ['15:10:00.000', false],
    ] as const) {
      it(`${entered ? 'reopens' : 'does not reopen'} one at ${time}, though the window closes at 15:30`, async () => {
        const act = steps(await createStore([meeting()]))
        await act.enter(PEOPLE.host, '14:00:00')
        await act.leave(PEOPLE.host, '14:10:00')
        expect(await act.enterWithGrace(PEOPLE.customer, time, 30)).toMatchObject({ entered })
        expect(await act.status()).toEqual(entered ? 'in_progress' : 'completed')
      })
    }

    for (const going of [true, false]) {
      it(`lets people into a meeting that ${going ? 'goes on' : 'has not begun'} until the window closes`, async () => {
        const act = steps(await createStore([meeting()]))
        if (going) await act.enter(PEOPLE.host, '14:00:00')
        expect(await act.enterWithGrace(PEOPLE.customer, '15:29:59.999', 30)).toMatchObject({ entered: true })
        expect(await act.enterWithGrace(PEOPLE.guest, '15:30:00.000', 30)).toMatchObject({ entered: false })
      })
    }

    it('keeps a meeting closed that was ended for all', async () => {
      const booking = meeting({ metadata: { endedForAll: true } })
      const act = steps(await createStore([booking]), booking)
      await act.enter(PEOPLE.host, '14:00:00')
      await act.leave(PEOPLE.host, '14:10:00')
      expect(await act.enter(PEOPLE.host, '14:20:00')).toMatchObject({ entered: false })
      expect(await act.status()).toEqual('completed')
    })

    it('tells who is or was in and when, each once with role and name', async () => {
      const act = steps(await createStore([meeting()]))
      await act.enter(PEOPLE.guest, '14:00:00')
      await act.leave(PEOPLE.guest, '14:01:00')
      await act.enter(PEOPLE.guest, '14:01:30')
      const result = await act.enter(PEOPLE.admin, '14:02:00')
      expect(result?.visitors).toEqual([
        {
          userId: PEOPLE.guest.userId,
          name: 'Lou Guest',
          role: 'guest',
          enteredAt: at('14:00:00'),
          leftAt: null,
          leftBy: null,
        },
        {
          userId: PEOPLE.admin.userId,
          name: 'Ada Admin',
          role: 'admin',
          enteredAt: at('14:02:00'),
          leftAt: null,
          leftBy: null,
        },
      ])
      await act.leave(PEOPLE.guest, '14:03:00')
      expect(await act.stay(PEOPLE.guest)).toEqual({ from: '14:00:00', until: '14:03:00' })
      expect(await act.leftBy(PEOPLE.guest)).toEqual('person')
    })

    it('counts a second tab of the same person as the same visit', async () => {
      const act = steps(await createStore([meeting()]))
      expect(await act.enter(PEOPLE.host, '14:00:00')).toMatchObject({
        entered: true,
        newVisit: true,
        started: true,
      })
      expect(await act.enter(PEOPLE.host, '14:01:00')).toMatchObject({
        entered: true,
        newVisit: false,
        started: false,
      })
      await act.leave(PEOPLE.host, '14:02:00')
      expect(await act.status()).toEqual('completed')
    })

    it('lets everybody in who comes at the same instant', async () => {
      const act = steps(await createStore([meeting()]))
      const people = [PEOPLE.host, PEOPLE.customer, PEOPLE.guest, PEOPLE.host, PEOPLE.customer]
      const results = await Promise.all(people.map((viewer) => act.enter(viewer, '14:00:00')))
      expect(results.map((result) => result?.entered)).toEqual([true, true, true, true, true])
      expect(results.filter((result) => result?.newVisit).length).toEqual(3)
      expect(results.filter((result) => result?.started).length).toEqual(1)
    })

    it('returns the booking as it was stored', async () => {
      const store = await createStore([meeting()])
      const result = await steps(store).enter(PEOPLE.customer, '14:00:00')
      expect(result?.booking).toEqual({ ...meeting(), status: 'in_progress', viewerRole: 'customer' })
      expect(
        (await store.find({ bookingId: meeting().id, viewer: PEOPLE.host, forgottenBy: at('00:00:00') }))
          ?.booking,
      ).toEqual({
        ...meeting(),
        status: 'in_progress',
        viewerRole: 'host',
      })
    })
  })
}
