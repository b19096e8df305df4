import { describe, expect, it } from 'vitest'
import { fitEntries } from './fit-entries.ts'

/** In the order of the bar. */
const ENTRIES = [
  { name: 'microphone', rank: 0 },
  { name: 'camera', rank: 1 },
  { name: 'screen', rank: 4 },
  { name: 'reactions', rank: 6 },
  { name: 'hand', rank: 3 },
  { name: 'chat', rank: 2 },
  { name: 'people', rank: 5 },
]
const shownAt = (width: number | null) => fitEntries(ENTRIES, width).shown.map(({ name }) => name)

describe('the buttons of a bar', () => {
  it('are all there when it is wide, and before its width is known', () => {
    expect(shownAt(1200)).toEqual(ENTRIES.map(({ name }) => name))
    expect(shownAt(null)).toHaveLength(7)
  })

  it('go into the menu by their rank, and what stays keeps its order', () => {
    expect(shownAt(560)).toEqual(['microphone', 'camera', 'screen', 'hand', 'chat'])
    expect(shownAt(358)).toEqual(['microphone', 'camera', 'hand', 'chat'])
    expect(shownAt(288)).toEqual(['microphone', 'camera', 'chat'])
  })

  it('always include the microphone and the camera', () => {
    expect(shownAt(120)).toEqual(['microphone', 'camera'])
  })

  it('are in the bar or in the menu, never in both or in neither', () => {
    for (let width = 100; width < 1300; width += 7) {
      const { shown, more } = fitEntries(ENTRIES, width)
      expect([...shown, ...more].toSorted((a, b) => a.rank - b.rank)).toEqual(
        ENTRIES.toSorted((a, b) => a.rank - b.rank),
      )
    }
  })
})
