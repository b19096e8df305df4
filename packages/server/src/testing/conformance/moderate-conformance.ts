import type { StoreConformanceOptions } from './conformance-options.ts'
import { deciding, person } from './deciding.ts'
import { meeting, PEOPLE } from './people.ts'
import { identityOf } from './steps.ts'

/** Decisions about people: who may take them, what they do, and that they last. */
export function moderateConformance(options: StoreConformanceOptions): void {
  const { describe, expect, createStore } = options
  /** Not for a store that keeps no decisions. */
  const it = (name: string, run: (act: ReturnType<typeof deciding>) => Promise<void>) =>
    options.it(name, async () => {
      const store = await createStore([meeting()])
      if (store.moderate) await run(deciding(store))
    })

  describe('moderate', () => {
    for (const [who, viewer] of [
      ['the host', PEOPLE.host],
      ['an admin', PEOPLE.admin],
      ['whoever administers everything', PEOPLE.operator],
    ] as const) {
      it(`removes somebody for ${who}: their visit ends, and they cannot come back`, async (act) => {
        await act.enter(PEOPLE.host, '14:00:00')
        await act.enter(PEOPLE.guest, '14:01:00')
        expect(await act.remove(PEOPLE.guest, '14:10:00', viewer)).toMatchObject({
          outcome: 'done',
          changed: true,
          personId: PEOPLE.guest.userId,
          left: true,
          completed: false,
          removed: [person(PEOPLE.guest, 'guest', 'Lou Guest')],
        })
        expect(await act.stay(PEOPLE.guest)).toEqual({ from: '14:01:00', until: '14:10:00' })
        expect(await act.leftBy(PEOPLE.guest)).toEqual('removal')
        expect(await act.enter(PEOPLE.guest, '14:11:00')).toMatchObject({ entered: false, barred: 'removed' })
        expect(await act.find(PEOPLE.guest)).toMatchObject({ barred: 'removed' })
        expect(await act.find(PEOPLE.host)).toMatchObject({ barred: null })
      })
    }

    for (const [who, viewer] of [
      ['a customer', PEOPLE.customer],
      ['a guest', PEOPLE.guest],
    ] as const) {
      it(`changes and tells nothing for ${who}`, async (act) => {
        await act.enter(PEOPLE.host, '14:00:00')
        await act.enter(PEOPLE.customer, '14:00:00')
        await act.remove(PEOPLE.customer, '14:01:00')
        for (const action of [
          { type: 'read' },
          { type: 'lock', isLocked: true },
          { type: 'readmit', identity: identityOf(PEOPLE.customer) },
        ] as const) {
          expect(await act.decide(viewer, '14:02:00', action)).toMatchObject({
            outcome: 'not_in_charge',
            changed: false,
            personId: null,
            isLocked: false,
            waiting: [],
            removed: [],
          })
        }
        expect(await act.read('14:03:00')).toMatchObject({ isLocked: false, removed: [{}] })
      })
    }

    for (const viewer of [PEOPLE.stranger, PEOPLE.otherAdmin]) {
      it(`finds no meeting for a stranger (${viewer.userId.slice(-1)})`, async (act) => {
        expect(await act.decide(viewer, '14:00:00', { type: 'read' })).toEqual(null)
        expect(await act.decide(viewer, '14:00:00', { type: 'lock', isLocked: true })).toEqual(null)
      })
    }

    it('removes nobody in charge, nobody unknown, and nobody themselves', async (act) => {
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.admin, '14:00:00')
      for (const target of [PEOPLE.host, PEOPLE.admin]) {
        for (const viewer of [PEOPLE.host, PEOPLE.admin]) {
          expect(await act.remove(target, '14:01:00', viewer)).toMatchObject({
            outcome: 'person_in_charge',
            changed: false,
          })
        }
      }
      const customerAndAdmin = { ...PEOPLE.customer, adminOf: PEOPLE.admin.adminOf }
      await act.enter(customerAndAdmin, '14:02:00')
      expect(await act.remove(PEOPLE.customer, '14:03:00', customerAndAdmin)).toMatchObject({
        outcome: 'person_in_charge',
      })
      for (const type of ['remove', 'readmit', 'admit'] as const) {
        const action = { type, identity: 'nobody-of-this-name' }
        expect(await act.decide(PEOPLE.host, '14:04:00', action)).toMatchObject({
          outcome: 'unknown_person',
          personId: null,
          removed: [],
        })
      }
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
    })

    it('is the same the second time, and changes once when asked twice at the same instant', async (act) => {
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.guest, '14:00:00')
      const results = await Promise.all(
        [PEOPLE.host, PEOPLE.admin, PEOPLE.host].map((viewer) =>
          act.remove(PEOPLE.guest, '14:10:00', viewer),
        ),
      )
      expect(results.map((result) => result?.outcome)).toEqual(['done', 'done', 'done'])
      expect(results.filter((result) => result?.changed).length).toEqual(1)
      expect(results.filter((result) => result?.left).length).toEqual(1)
      expect(await act.readmit(PEOPLE.guest, '14:11:00')).toMatchObject({ changed: true, removed: [] })
      expect(await act.readmit(PEOPLE.guest, '14:12:00')).toMatchObject({ outcome: 'done', changed: false })
    })

    it('lets whoever is readmitted in again', async (act) => {
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.customer, '14:00:00')
      await act.remove(PEOPLE.customer, '14:10:00')
      await act.readmit(PEOPLE.customer, '14:11:00')
      expect(await act.enter(PEOPLE.customer, '14:12:00')).toMatchObject({ entered: true, barred: null })
    })

    it('completes the meeting when the last one in is removed, and it goes on when they are readmitted', async (act) => {
      await act.enter(PEOPLE.customer, '14:00:00')
      expect(await act.remove(PEOPLE.customer, '14:10:00')).toMatchObject({
        completed: true,
        booking: { status: 'completed' },
      })
      expect(await act.enter(PEOPLE.customer, '14:11:00')).toMatchObject({
        entered: false,
        barred: 'removed',
      })
      expect(await act.status()).toEqual('completed')
      await act.readmit(PEOPLE.customer, '14:12:00')
      expect(await act.enter(PEOPLE.customer, '14:13:00')).toMatchObject({ entered: true, started: true })
    })

    it('tells of a removed person who is back in the room, and counts them as out', async (act) => {
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.guest, '14:00:00')
      await act.remove(PEOPLE.guest, '14:10:00')
      const back = await act.connected(PEOPLE.guest, 'PA2', '14:10:30')
      expect(back).toMatchObject({ joined: [], isRemoved: true })
      expect(await act.stay(PEOPLE.guest)).toEqual({ from: '14:00:00', until: '14:10:00' })
      const gone = await act.disconnected(PEOPLE.guest, 'PA2', '14:10:31')
      expect(gone).toEqual({ status: 'in_progress', joined: [], left: [], completed: false })
      expect((await act.connected(PEOPLE.guest, 'PA2', '14:10:30'))?.isRemoved ?? false).toEqual(false)
      await act.readmit(PEOPLE.guest, '14:11:00')
      const later = await act.connected(PEOPLE.guest, 'PA3', '14:12:00')
      expect([later?.joined, later?.isRemoved ?? false]).toEqual([[PEOPLE.guest.userId], false])
    })

    it('keeps newcomers out of a locked meeting, and nobody else', async (act) => {
      await act.enter(PEOPLE.customer, '14:00:00')
      await act.leave(PEOPLE.customer, '14:01:00')
      expect(await act.lock(true, '14:02:00')).toMatchObject({ changed: true, isLocked: true })
      expect(await act.lock(true, '14:03:00')).toMatchObject({ changed: false, isLocked: true })
      expect(await act.enter(PEOPLE.guest, '14:04:00')).toMatchObject({ entered: false, barred: 'locked' })
      for (const viewer of [PEOPLE.customer, PEOPLE.host, PEOPLE.admin]) {
        expect(await act.enter(viewer, '14:05:00')).toMatchObject({ entered: true, barred: null })
      }
      expect(await act.lock(false, '14:06:00')).toMatchObject({ changed: true, isLocked: false })
      expect(await act.lock(false, '14:07:00')).toMatchObject({ changed: false })
      expect(await act.enter(PEOPLE.guest, '14:08:00')).toMatchObject({ entered: true })
    })

    it('says what time and status say before it says what a host decided', async (act) => {
      await act.lock(true, '13:00:00')
      expect(await act.enter(PEOPLE.guest, '13:00:00')).toMatchObject({ entered: false, barred: null })
      expect(await act.enter(PEOPLE.guest, '15:00:00')).toMatchObject({ entered: false, barred: null })
      expect(await act.status()).toEqual('confirmed')
    })

    it('lets in or keeps out when somebody enters and is removed at the same instant, never half', async (act) => {
      await act.enter(PEOPLE.host, '14:00:00')
      await act.enter(PEOPLE.guest, '14:00:00')
      const [entered] = await Promise.all([
        act.enter(PEOPLE.guest, '14:10:00'),
        act.remove(PEOPLE.guest, '14:10:00'),
      ])
      expect(entered?.entered).toEqual(entered?.barred === null)
      expect(await act.stay(PEOPLE.guest)).toEqual({ from: '14:00:00', until: '14:10:00' })
      expect(await act.enter(PEOPLE.guest, '14:11:00')).toMatchObject({ entered: false, barred: 'removed' })
    })
  })
}
