import type { BookingStore } from '../../ports/booking-store.ts'
import type { CallOptions } from '../../ports/call-options.ts'
import type { StoreConformanceOptions } from './conformance-options.ts'
import { at, meeting, PEOPLE } from './people.ts'
import { identityOf, steps } from './steps.ts'

const now = at('14:00:00')
const common = { bookingId: meeting().id, viewer: PEOPLE.host, at: now }
const bounds = { identity: identityOf(PEOPLE.host), startsBy: now, endsAfter: now, forgottenBy: now }
const page = { scope: 'all', limit: 10, after: null } as const
const news = { type: 'ended', bookingId: meeting().id, roomId: 'room-1', at: now } as const

const VERBS: Record<string, (store: BookingStore, options: CallOptions) => Promise<unknown>> = {
  enter: (store, options) => store.enter({ ...common, ...bounds }, options),
  leave: (store, options) => store.leave(common, options),
  end: (store, options) => store.end(common, options),
  settle: (store, options) => store.settle(news, options),
  find: (store, options) => store.find({ ...common, ...bounds }, options),
  list: (store, options) => store.list({ ...common, ...bounds, ...page }, options),
  moderate: async (store, options) => {
    const action = { type: 'lock', isLocked: true } as const
    const moderate = store.moderate ?? (() => Promise.reject(new Error('no decisions')))
    return moderate({ ...common, waitingSince: now, action }, options)
  },
  ping: async (store, options) => (store.ping ? store.ping(options) : Promise.reject(new Error('no ping'))),
}

/** How verbs are called: with a signal, and the probe. */
export function callConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  describe('calls', () => {
    for (const [verb, call] of Object.entries(VERBS)) {
      it(`rejects ${verb} when nobody waits for it any more, and changes nothing`, async () => {
        const store = await createStore([meeting()])
        const outcome = await call(store, { signal: AbortSignal.abort() }).then(
          () => 'resolved',
          () => 'rejected',
        )
        expect(outcome).toEqual('rejected')
        expect(await steps(store).status()).toEqual('confirmed')
      })
    }

    it('resolves ping when it has one', async () => {
      const store = await createStore([])
      await store.ping?.({ signal: new AbortController().signal })
    })
  })
}
