import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import type { FakePerson } from '../../room/fake/fake-participant.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { loadAround } from '../notices/load-around.ts'
import { Stage } from './Stage.tsx'
import { SPEAKING_MS } from './useBigSpeaker.ts'

await loadAround()
afterEach(cleanup)

/** jsdom has no layout: the stage is as large as this says. */
let stageSize = { width: 0, height: 0 }
beforeEach(() => {
  stageSize = { width: 1216, height: 632 }
  const sizes: [keyof HTMLElement, () => number][] = [
    ['clientWidth', () => stageSize.width],
    ['clientHeight', () => stageSize.height],
  ]
  for (const [name, get] of sizes)
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get })
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  return () => {
    for (const [name] of sizes) Reflect.deleteProperty(HTMLElement.prototype, name)
    Reflect.deleteProperty(globalThis, 'ResizeObserver')
  }
})

const everybody = (count: number): FakePerson[] =>
  Array.from({ length: count }, (_, index) => ({ identity: `p${index}` }))

async function openStage(people: readonly FakePerson[]) {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const runtime = createTestRuntime({
    clock,
    bookings: [booking],
    room: createFakeRoomClient({ people }),
    participants: people.map(({ identity }) => ({ identity, name: identity.toUpperCase(), role: 'guest' })),
  })
  await runtime.calls.launch(booking.id)
  await new Promise((resolve) => setTimeout(resolve))
  render(
    <MeetingsTestProvider runtime={runtime}>
      <Stage />
    </MeetingsTestProvider>,
  )
  return { ...runtime, user: userEvent.setup() }
}

const stage = () => document.querySelector<HTMLElement>('[data-meetings-part="stage"]')
const layout = () => stage()?.dataset.layout
const tiles = () => screen.getAllByRole('listitem')
const names = () => tiles().map((tile) => tile.querySelector('[data-meetings-part="tile-name"]')?.textContent)
const tileOf = (name: string) =>
  tiles().find((tile) => within(tile).queryByText(name)) ?? document.createElement('div')
const placeOf = (name: string) => {
  const { insetInlineStart, insetBlockStart, inlineSize } = tileOf(name).style
  return [insetInlineStart, insetBlockStart, inlineSize].join(' ')
}
const biggest = () => names().toSorted((one, other) => widthOf(other ?? '') - widthOf(one ?? ''))[0]
const widthOf = (name: string) => Number.parseFloat(tileOf(name).style.inlineSize)

describe('a call of many', () => {
  it('shows the first large at once, then whoever has spoken for a while', async () => {
    const { room, clock } = await openStage(everybody(8))
    expect([layout(), biggest()]).toEqual(['speaker', 'P0'])
    act(() => room.speak('p3'))
    expect(biggest()).toBe('P0')
    act(() => clock.advance(SPEAKING_MS - 1))
    expect(biggest()).toBe('P0')
    act(() => clock.advance(1))
    expect(biggest()).toBe('P3')
  })

  it('does not give the place to a cough', async () => {
    const { room, clock } = await openStage(everybody(8))
    act(() => room.speak('p3'))
    act(() => clock.advance(SPEAKING_MS - 100))
    act(() => room.speak(null))
    act(() => clock.advance(10_000))
    expect(biggest()).toBe('P0')
  })

  it('lets two change places, and nobody else move', async () => {
    stageSize = { width: 1856, height: 1100 }
    const { room, clock } = await openStage(everybody(6))
    const before = new Map(names().map((name) => [name, placeOf(name ?? '')]))
    act(() => room.speak('p3'))
    act(() => clock.advance(SPEAKING_MS))
    expect(placeOf('P3')).toBe(before.get('P0'))
    expect(placeOf('P0')).toBe(before.get('P3'))
    for (const name of ['P1', 'P2', 'P4', 'P5', 'You']) expect(placeOf(name)).toBe(before.get(name))
  })

  it('says who speaks on their tile', async () => {
    const { room } = await openStage(everybody(3))
    act(() => room.speak('p1'))
    expect(tiles().map((tile) => tile.dataset.speaking)).toEqual([undefined, 'true', undefined, undefined])
  })

  it('has pages, of which only one is there, and oneself on each', async () => {
    const { user, room, callView } = await openStage(everybody(30))
    act(() => callView.set({ layout: 'grid' }))
    const first = names()
    expect(first).toHaveLength(25)
    expect(first.at(-1)).toBe('You')
    const videos = () => [...room.playing].filter((element) => element.localName === 'video').length
    expect(videos()).toBe(24)
    expect(screen.getByText('1 of 2')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    expect(names()).toEqual(['P24', 'P25', 'P26', 'P27', 'P28', 'P29', 'You'])
    expect(videos()).toBe(6)
    expect(screen.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('goes back to a page that is there when people leave', async () => {
    const { user, room, callView } = await openStage(everybody(30))
    act(() => callView.set({ layout: 'grid' }))
    await user.click(screen.getByRole('button', { name: 'Next page' }))
    for (let index = 20; index < 30; index += 1) act(() => room.leave(`p${index}`))
    expect(names()).toHaveLength(21)
    expect(screen.queryByRole('group', { name: 'Pages of people' })).toBeNull()
  })
})

describe('pinning', () => {
  it('gives the large place to one person, whoever speaks, until it is undone', async () => {
    const { user, room, clock } = await openStage(everybody(4))
    expect(layout()).toBe('grid')
    const pin = within(tileOf('P2')).getByRole('button', { name: 'Pin P2' })
    pin.focus()
    await user.keyboard('{Enter}')
    expect([layout(), biggest()]).toEqual(['speaker', 'P2'])
    expect(screen.getByRole('button', { name: 'Unpin P2' })).toHaveFocus()
    act(() => room.speak('p0'))
    act(() => clock.advance(SPEAKING_MS * 2))
    expect(biggest()).toBe('P2')
    await user.click(screen.getByRole('button', { name: 'Unpin P2' }))
    expect(layout()).toBe('grid')
  })

  it('is kept when the person comes back', async () => {
    const { room, callView } = await openStage(everybody(4))
    act(() => callView.set({ pinned: 'p1' }))
    expect(biggest()).toBe('P1')
    act(() => room.leave('p1'))
    expect(layout()).toBe('grid')
    act(() => room.join({ identity: 'p1' }))
    expect(biggest()).toBe('P1')
  })

  it('is not offered in a call of two', async () => {
    await openStage(everybody(1))
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('the self view', () => {
  it('floats in a call of two, stands among the others in a grid, and can be hidden', async () => {
    const { room, callView } = await openStage(everybody(1))
    expect(tileOf('You').dataset.floating).toBe('true')
    act(() => room.join({ identity: 'kim' }))
    expect(tileOf('You').dataset.floating).toBeUndefined()
    act(() => callView.set({ selfView: 'floating' }))
    expect(tileOf('You').dataset.floating).toBe('true')
    act(() => callView.set({ selfView: 'hidden' }))
    expect(names()).not.toContain('You')
  })

  it('is there while one is alone, hidden or not', async () => {
    const { callView } = await openStage([])
    act(() => callView.set({ selfView: 'hidden' }))
    expect(names()).toEqual(['You'])
  })
})

describe('the signs on a tile', () => {
  it('tell of a connection that is not good, and of one that is hardly there', async () => {
    const { room } = await openStage(everybody(2))
    act(() => room.change('p0', { networkQuality: 4 }))
    expect(screen.queryByRole('img', { name: /connection/ })).toBeNull()
    act(() => room.change('p0', { networkQuality: 3 }))
    expect(within(tileOf('P0')).getByRole('img', { name: 'Weak connection' })).toBeInTheDocument()
    act(() => room.change('p0', { networkQuality: 1 }))
    expect(within(tileOf('P0')).getByRole('img', { name: 'Very weak connection' })).toBeInTheDocument()
  })

  it('tell of a picture that the service has stopped, and keep its last frame', async () => {
    const { room } = await openStage(everybody(2))
    act(() => room.change('p0', { isSwitchedOff: true }))
    expect(within(tileOf('P0')).getByText('Picture paused')).toBeInTheDocument()
    expect(tileOf('P0').querySelector('canvas')).not.toBeNull()
    act(() => room.change('p0', { isSwitchedOff: false }))
    expect(within(tileOf('P0')).queryByText('Picture paused')).toBeNull()
    expect(tileOf('P0').querySelector('canvas')).toBeNull()
  })
})
