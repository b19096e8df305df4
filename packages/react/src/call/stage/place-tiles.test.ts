import { describe, expect, it } from 'vitest'
import type { StageLayout } from './arrange-stage.ts'
import { capacityOf, floatIn, type Place, placeTiles } from './place-tiles.ts'

const STAGES = [
  { width: 296, height: 380 },
  { width: 358, height: 640 },
  { width: 608, height: 230 },
  { width: 812, height: 250 },
  { width: 736, height: 800 },
  { width: 1216, height: 632 },
  { width: 1856, height: 930 },
  { width: 2500, height: 1250 },
]
const CROWDED = ['grid', 'speaker', 'screen'] as const satisfies readonly StageLayout[]

const isInside = (inner: Place, outer: { width: number; height: number }) =>
  inner.x >= 0 &&
  inner.y >= 0 &&
  inner.x + inner.width <= outer.width &&
  inner.y + inner.height <= outer.height

const overlap = (a: Place, b: Place) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe.each(STAGES)('a stage of $width x $height', (stage) => {
  it.each(CROWDED)('keeps everybody in sight and apart, up to a full page, as %s', (layout) => {
    const most = capacityOf(layout, stage)
    for (let count = 1; count <= most; count += 1) {
      const { main, tiles } = placeTiles(layout, count, stage)
      const all = main ? [main, ...tiles] : [...tiles]
      expect(tiles).toHaveLength(count)
      for (const place of all) expect(isInside(place, stage), JSON.stringify(place)).toBe(true)
      const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const))
      expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([])
      for (const tile of tiles) expect(Math.min(tile.width, tile.height)).toBeGreaterThan(40)
    }
  })

  it('makes the large place larger than any other', () => {
    for (const layout of ['speaker', 'screen'] as const) {
      const { main, tiles } = placeTiles(layout, capacityOf(layout, stage), stage)
      const area = ({ width, height }: Place) => width * height
      for (const tile of tiles) expect(area(tile)).toBeLessThan(area(main ?? tile))
    }
  })

  it('floats a small picture inside the large one', () => {
    const { main } = placeTiles('duo', 0, stage)
    if (!main) throw new Error('A call of two has a large place.')
    const small = floatIn(main)
    expect(isInside({ ...small, x: small.x - main.x, y: small.y - main.y }, main)).toBe(true)
    expect(small.width).toBeLessThan(main.width / 2)
  })
})

describe('a page', () => {
  it('holds as many as can be seen, and never more than 25', () => {
    expect(capacityOf('grid', { width: 1216, height: 632 })).toBe(25)
    expect(capacityOf('grid', { width: 2500, height: 1250 })).toBe(25)
    expect(capacityOf('grid', { width: 358, height: 640 })).toBeGreaterThanOrEqual(6)
    expect(capacityOf('speaker', { width: 1216, height: 632 })).toBeGreaterThanOrEqual(4)
    expect(capacityOf('grid', { width: 20, height: 20 })).toBe(1)
  })

  it('centres a last row that is shorter', () => {
    const { tiles } = placeTiles('grid', 5, { width: 1216, height: 632 })
    const [, , , fourth, fifth] = tiles
    const middle = ((fourth?.x ?? 0) + (fifth?.x ?? 0) + (fifth?.width ?? 0)) / 2
    expect(middle).toBeCloseTo(608, -1)
  })
})
