import { describe, expect, it } from 'vitest'
import { QUIET_MEDIA } from '../testing/static-calls.ts'
import { createCallStore } from './call-store.ts'

function setUp() {
  const later: (() => void)[] = []
  const store = createCallStore(QUIET_MEDIA, (tell) => later.push(tell))
  let told = 0
  store.subscribe(() => {
    told += 1
  })
  return { store, told: () => told, soon: () => later.splice(0).map((tell) => tell()) }
}

describe('a store that tells soon', () => {
  it('has the new state at once and tells several changes together', () => {
    const { store, told, soon } = setUp()
    store.dispatch({ type: 'launch-asked', attempt: 1, bookingId: 'b' })
    store.setMedia({ ...QUIET_MEDIA, isMuted: true })
    expect(store.getState()).toMatchObject({ session: { phase: 'launching' }, media: { isMuted: true } })
    expect(told()).toBe(0)
    soon()
    expect(told()).toBe(1)
  })

  it('tells the next change too', () => {
    const { store, told, soon } = setUp()
    store.dispatch({ type: 'launch-asked', attempt: 1, bookingId: 'b' })
    soon()
    store.dispatch({ type: 'closed' })
    soon()
    expect(told()).toBe(2)
  })
})
