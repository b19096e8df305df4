import { expect, it } from 'vitest'
import { cornerAfterKey, nearestCorner } from './corners.ts'

it.each([
  ['ArrowUp', 'bottom-end', 'ltr', 'top-end'],
  ['ArrowDown', 'top-start', 'ltr', 'bottom-start'],
  ['ArrowLeft', 'bottom-end', 'ltr', 'bottom-start'],
  ['ArrowRight', 'top-start', 'ltr', 'top-end'],
  ['ArrowLeft', 'bottom-start', 'rtl', 'bottom-end'],
  ['ArrowRight', 'bottom-end', 'rtl', 'bottom-start'],
  ['ArrowRight', 'bottom-end', 'ltr', 'bottom-end'],
  ['Enter', 'bottom-end', 'ltr', null],
] as const)('%s leads from %s (%s) to %s', (key, from, direction, to) => {
  expect(cornerAfterKey(key, from, direction)).toBe(to)
})

it.each([
  [10, 10, 'ltr', 'top-start'],
  [700, 10, 'ltr', 'top-end'],
  [10, 500, 'rtl', 'bottom-end'],
  [700, 500, 'rtl', 'bottom-start'],
  // The middle of the tile decides, not its edge.
  [390, 240, 'ltr', 'bottom-end'],
] as const)('a tile let go at %i, %i (%s) goes to %s', (left, top, direction, corner) => {
  const box = { left, top, width: 240, height: 135 }
  expect(nearestCorner(box, { width: 1000, height: 600 }, direction)).toBe(corner)
})
