import type { StoreConformanceOptions } from './conformance-options.ts'
import { deciding, person } from './deciding.ts'
import { at, meeting, PEOPLE } from './people.ts'

/** The waiting room: who waits, who is let in, who is not. */
export function waitingConformance(options: StoreConformanceOptions): void {
  const { describe, expect, createStore } = options
  /** Not for a store that keeps no decisions. */
  const it = (name: string, run: (act: ReturnType<typeof deciding>) => Promise<void>) =>
    options.it(name, async () => {
      const store = await createStore([meeting()])
      if (store.moderate) await run(deciding(store))
    })

  describe('the waiting room', () => {
    for (const [waitingRoom, waiting] of [
      ['off', []],
      ['guests', [PEOPLE.guest]],
      ['everyone', [PEOPLE.guest, PEOPLE.customer]],
    ] as const) {
      it(`lets ${waiting.length === 0 ? 'nobody' : waitingRoom} wait when the waiting room is "${waitingRoom}"`, async (act) => {
        const people = [PEOPLE.guest, PEOPLE.customer, PEOPLE.host, PEOPLE.admin]
        for (const viewer of people) await act.arrive(viewer, '14:00:00', waitingRoom)
        const state = await act.read('14:00:01')
        expect(state?.waiting.map(({ userId }) => userId)).toEqual(waiting.map(({ userId }) => userId).sort())
        const visitors = (await act.find(PEOPLE.host))?.visitors.map(({ userId }) => userId)
        expect(visitors).toEqual(
          people.filter((viewer) => !waiting.some((one) => one === viewer)).map(({ userId }) => userId),
        )
      })
    }

    it('does not begin a meeting by waiting, and remembers who waits and since when', async (act) => {
      expect(await act.arrive(PEOPLE.guest, '14:00:00')).toMatchObject({
        entered: false,
        newVisit: false,
        started: false,
        barred: 'waiting',
      })
      await act.arrive(PEOPLE.customer, '14:00:05')
      await act.arrive(PEOPLE.guest, '14:00:10')
      expect(await act.status()).toEqual('confirmed')
      expect((await act.read('14:00:11'))?.waiting).toEqual([
        { ...person(PEOPLE.guest, 'guest', 'Lou Guest'), since: at('14:00:00') },
        { ...person(PEOPLE.customer, 'customer', null), since: at('14:00:05') },
      ])
      expect((await act.read('14:00:36'))?.waiting.map(({ userId }) => userId)).toEqual([PEOPLE.guest.userId])
      expect((await act.read('14:01:00'))?.waiting).toEqual([])
    })

    it('lets in whoever was admitted, now and when they come back', async (act) => {
      await act.arrive(PEOPLE.guest, '14:00:00')
      expect(await act.admit(PEOPLE.guest, '14:00:03')).toMatchObject({
        outcome: 'done',
        changed: true,
        personId: PEOPLE.guest.userId,
        waiting: [],
      })
      expect(await act.admit(PEOPLE.guest, '14:00:04')).toMatchObject({ outcome: 'done', changed: false })
      await act.lock(true, '14:00:05')
      expect(await act.arrive(PEOPLE.guest, '14:00:06')).toMatchObject({ entered: true, started: true })
      await act.leave(PEOPLE.guest, '14:01:00')
      expect(await act.arrive(PEOPLE.guest, '14:02:00')).toMatchObject({ entered: true })
      expect((await act.read('14:02:01'))?.waiting).toEqual([])
    })

    it('refuses who waits by removing them, and lets them wait again when they are readmitted', async (act) => {
      await act.arrive(PEOPLE.guest, '14:00:00')
      expect(await act.remove(PEOPLE.guest, '14:00:02')).toMatchObject({
        changed: true,
        left: false,
        waiting: [],
        removed: [person(PEOPLE.guest, 'guest', 'Lou Guest')],
      })
      expect(await act.arrive(PEOPLE.guest, '14:00:05')).toMatchObject({ entered: false, barred: 'removed' })
      await act.readmit(PEOPLE.guest, '14:00:06')
      expect(await act.arrive(PEOPLE.guest, '14:00:10')).toMatchObject({ entered: false, barred: 'waiting' })
      await act.remove(PEOPLE.guest, '14:00:12')
      expect(await act.admit(PEOPLE.guest, '14:00:13')).toMatchObject({ changed: true, removed: [] })
      expect(await act.arrive(PEOPLE.guest, '14:00:15')).toMatchObject({ entered: true })
    })
  })
}
