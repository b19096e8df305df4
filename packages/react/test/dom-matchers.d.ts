import type { TestingLibraryMatchers } from '@testing-library/jest-dom/matchers'

// jest-dom 7 declares its matchers for Vitest 4, whose Assertion had one type parameter.
declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends TestingLibraryMatchers<T, R> {}
}
