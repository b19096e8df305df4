export { type FakeVideo, fakeVideo } from './fake-video.ts'
export { type FixedClock, fixedClock } from './fixed-clock.ts'
export { type MemoryStore, memoryStore } from './memory-store.ts'
