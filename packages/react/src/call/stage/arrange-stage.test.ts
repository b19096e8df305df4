import { describe, expect, it } from 'vitest'
import { arrangeStage, nextOrder, type StageSituation } from './arrange-stage.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`)
const calm: StageSituation = { others: [], isSharing: false, pinned: null, speaker: null, choice: 'auto' }
const layoutWith = (change: Partial<StageSituation>) => arrangeStage({ ...calm, ...change })

describe('the layout of the stage', () => {
  it.each([
    [0, 'alone', null],
    [1, 'duo', 'p0'],
    [2, 'grid', null],
    [5, 'grid', null],
    [6, 'speaker', 'p0'],
    [49, 'speaker', 'p0'],
  ] as const)('follows from %i others: %s', (count, layout, big) => {
    expect(layoutWith({ others: people(count) })).toEqual({ layout, big })
  })

  it('is the one a person chose, as far as there are people for it', () => {
    expect(layoutWith({ others: people(20), choice: 'grid' }).layout).toBe('grid')
    expect(layoutWith({ others: people(2), choice: 'speaker' })).toEqual({ layout: 'speaker', big: 'p0' })
    expect(layoutWith({ others: people(1), choice: 'speaker' }).layout).toBe('duo')
    expect(layoutWith({ others: people(1), choice: 'grid' }).layout).toBe('grid')
    expect(layoutWith({ others: [], choice: 'grid' }).layout).toBe('alone')
  })

  it('gives a shared screen the large place, whatever was chosen or pinned', () => {
    const sharing = { others: people(3), isSharing: true, pinned: 'p1', choice: 'grid' } as const
    expect(layoutWith(sharing)).toEqual({ layout: 'screen', big: null })
  })

  it('gives the large place to who speaks, and to who is pinned before them', () => {
    const others = people(8)
    expect(layoutWith({ others, speaker: 'p5' }).big).toBe('p5')
    expect(layoutWith({ others, speaker: 'p5', pinned: 'p2' }).big).toBe('p2')
    expect(layoutWith({ others: people(3), pinned: 'p2' })).toEqual({ layout: 'speaker', big: 'p2' })
  })

  it('forgets a speaker and a pin who have gone', () => {
    expect(layoutWith({ others: people(8), speaker: 'gone', pinned: 'gone' }).big).toBe('p0')
    expect(layoutWith({ others: people(3), pinned: 'gone' }).layout).toBe('grid')
  })
})

describe('the order of people', () => {
  it('moves nobody but the two who change places', () => {
    expect(nextOrder(people(5), people(5), 'p3')).toEqual(['p3', 'p1', 'p2', 'p0', 'p4'])
    expect(nextOrder(['p3', 'p1', 'p2', 'p0', 'p4'], people(5), 'p1')).toEqual(['p1', 'p3', 'p2', 'p0', 'p4'])
  })

  it('puts newcomers last and closes the gap of who goes', () => {
    expect(nextOrder(['b', 'a', 'c'], ['a', 'c', 'd'], 'a')).toEqual(['a', 'c', 'd'])
  })

  it('is the same object while nothing changes', () => {
    const order = ['b', 'a', 'c']
    expect(nextOrder(order, ['a', 'b', 'c'], 'b')).toBe(order)
    expect(nextOrder(order, ['a', 'b', 'c'], null)).toBe(order)
  })
})
