import { describe, expect, it } from 'vitest'
import { memoryStore } from './memory-store.ts'
import { runStoreConformance } from './store-conformance.ts'

describe('the memory store', () => {
  runStoreConformance({ describe, it, expect, createStore: async (bookings) => memoryStore({ bookings }) })
})
