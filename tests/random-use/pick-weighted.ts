import type { Random } from '../node/attacks/requests/random.ts'

/** One of the items, each as likely as its weight says; `null` when there is none with any weight. */
export function pickWeighted<T>(
  items: readonly T[],
  weightOf: (item: T) => number,
  random: Random,
): T | null {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0)
  let left = (random.below(1_000_000) / 1_000_000) * total
  for (const item of items) {
    left -= weightOf(item)
    if (left < 0) return item
  }
  return null
}
