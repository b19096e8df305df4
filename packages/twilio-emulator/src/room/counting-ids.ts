import type { Ids } from './ids.ts'

/** Ids for tests: `RM0001`, `PA0002`, `id-3`, ... */
export function countingIds(): Ids {
  let count = 0
  return {
    sid: (prefix) => prefix + String(++count).padStart(4, '0'),
    uuid: () => `id-${++count}`,
  }
}
