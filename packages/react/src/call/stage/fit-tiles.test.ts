import { describe, expect, it } from 'vitest'
import { fitTiles, TILE_GAP } from './fit-tiles.ts'

const STAGES = [
  { width: 328, height: 520 },
  { width: 358, height: 640 },
  { width: 736, height: 240 },
  { width: 736, height: 900 },
  { width: 1216, height: 632 },
  { width: 1856, height: 930 },
]
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('fitting tiles', () => {
  it.each(STAGES)('never overflows a stage of $width x $height', (stage) => {
    for (const count of COUNTS) {
      const { columns, width, height } = fitTiles(count, stage)
      const rows = Math.ceil(count / columns)
      expect(columns * width + (columns - 1) * TILE_GAP).toBeLessThanOrEqual(stage.width)
      expect(rows * height + (rows - 1) * TILE_GAP).toBeLessThanOrEqual(stage.height)
      expect(width).toBeGreaterThan(0)
    }
  })

  it('keeps one person 16:9 on a wide stage and fills an upright one', () => {
    expect(fitTiles(1, { width: 1216, height: 540 })).toEqual({ columns: 1, width: 960, height: 540 })
    expect(fitTiles(1, { width: 358, height: 640 })).toEqual({ columns: 1, width: 358, height: 640 })
  })

  it('puts two side by side on a wide stage and one above the other on an upright one', () => {
    expect(fitTiles(2, { width: 1216, height: 632 }).columns).toBe(2)
    expect(fitTiles(2, { width: 358, height: 640 }).columns).toBe(1)
  })

  it('takes four as two by two', () => {
    expect(fitTiles(4, { width: 1216, height: 632 }).columns).toBe(2)
  })

  it('never makes a tile of several narrower than 3:4 or wider than 16:9', () => {
    for (const stage of STAGES) {
      for (const count of COUNTS.slice(1)) {
        const { width, height } = fitTiles(count, stage)
        expect(width / height).toBeGreaterThan(0.74)
        expect(width / height).toBeLessThan(1.79)
      }
    }
  })

  it('has nothing to offer on a stage without room', () => {
    expect(fitTiles(3, { width: 0, height: 0 })).toEqual({ columns: 1, width: 0, height: 0 })
  })
})
