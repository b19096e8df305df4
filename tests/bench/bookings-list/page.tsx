// 10,000 bookings in the cache, 50 on the screen: what a tick of the clock and a mount cost.
import { MyBookingsList } from '@meetings/react'
import {
  createTestClock,
  createTestRuntime,
  MeetingsTestProvider,
  sampleBooking,
} from '@meetings/react/testing'
import { createElement, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

const CACHED = 10_000
const SHOWN = 50
const ROUNDS = 31
const TICKS = 24
const FRAMES = 60

interface Figures {
  tick: number
  touched: number
  expected: number
  ours: number
  plain: number
  /** The middle of the ratios of all rounds: what disturbs one round disturbs both of its sides. */
  ratio: number
}

declare global {
  interface Window {
    figures: Figures | undefined
    /** Shows a list in a box of its own, scrolls it from top to bottom and back, one step a frame, and goes. */
    scrollThrough: ((kind: 'ours' | 'plain') => Promise<void>) | undefined
  }
}

const clock = createTestClock('2026-11-23T09:00:00.000Z')
const bookings = Array.from({ length: CACHED }, (_, index) =>
  // Five count minutes, and no window opens meanwhile: a request has nothing to do with a tick.
  sampleBooking(clock.now(), {
    id: `booking-${index}`,
    startsInMinutes: index < 5 ? 60 + index : 3_000 + index * 45,
  }),
)
const runtime = createTestRuntime({ bookings, clock })
// As if everything had been looked at before: the other pages of an unbounded list stay cached.
for (let page = 0; page < CACHED / 100; page += 1) {
  runtime.queryClient.setQueryData(
    ['meetings', 'bookings', 'seen', page],
    bookings.slice(page * 100, page * 100 + 100),
  )
}

const list = (
  <MeetingsTestProvider runtime={runtime}>
    <MyBookingsList pageSize={SHOWN} pollSeconds={false} />
  </MeetingsTestProvider>
)

function mount(tree: ReactNode): { ms: number; container: HTMLElement; stop(): void } {
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  const start = performance.now()
  flushSync(() => root.render(tree))
  container.getBoundingClientRect()
  const ms = performance.now() - start
  return {
    ms,
    container,
    stop() {
      root.unmount()
      container.remove()
    },
  }
}

/** An element as a plain component would write it down: read from the page once, before anything is measured. */
type Plain = string | { tag: string; attributes: Record<string, string>; children: Plain[] }

function plainOf(node: Node): Plain[] {
  if (node instanceof Text) return [node.data]
  if (!(node instanceof Element)) return []
  const attributes = Object.fromEntries(
    [...node.attributes]
      .filter(({ name }) => name !== 'style')
      .map(({ name, value }) => [
        { class: 'className', tabindex: 'tabIndex', datetime: 'dateTime' }[name] ?? name,
        value,
      ]),
  )
  return [{ tag: node.localName, attributes, children: [...node.childNodes].flatMap(plainOf) }]
}

/** The same elements, attributes and texts, without anything behind them. */
function elementOf(plain: Plain, key: number): ReactNode {
  if (typeof plain === 'string') return plain
  return createElement(plain.tag, { ...plain.attributes, key }, ...plain.children.map(elementOf))
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50))
const first = mount(list)
while (first.container.querySelectorAll('article').length < SHOWN) await settled()

const ticks: number[] = []
let touched = 0
let expected = 0
for (let round = 0; round < TICKS; round += 1) {
  const before = [...first.container.querySelectorAll('article')].map(({ textContent }) => textContent)
  const changed = new Set<Element | null>()
  const observer = new MutationObserver((records) => {
    for (const { target } of records) changed.add((target as Node).parentElement?.closest('article') ?? null)
  })
  observer.observe(first.container, { subtree: true, childList: true, characterData: true })
  const start = performance.now()
  clock.advance(60_000)
  await Promise.resolve()
  ticks.push(performance.now() - start)
  await settled()
  observer.disconnect()
  const after = [...first.container.querySelectorAll('article')].map(({ textContent }) => textContent)
  touched += changed.size
  expected += after.filter((text, index) => text !== before[index]).length
}

const written = [...first.container.childNodes].flatMap(plainOf)
const PlainList = () => <>{written.map(elementOf)}</>
const times: Record<'ours' | 'plain', number[]> = { ours: [], plain: [] }
const plain = <PlainList />
for (let round = 0; round < ROUNDS; round += 1) {
  for (const kind of ['ours', 'plain'] as const) {
    const mounted = mount(kind === 'ours' ? list : plain)
    times[kind].push(mounted.ms)
    await settled()
    mounted.stop()
  }
}
const ratios = times.ours.map((ours, round) => ours / (times.plain[round] ?? Number.NaN))
first.stop()

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
window.scrollThrough = async (kind) => {
  const shown = mount(kind === 'ours' ? list : plain)
  shown.container.style.cssText = 'block-size: 600px; overflow: auto'
  await settled()
  for (let frame = 0; frame < 2 * FRAMES; frame += 1) {
    const way = frame < FRAMES ? frame : 2 * FRAMES - frame
    shown.container.scrollTop = (way / FRAMES) * shown.container.scrollHeight
    await nextFrame()
  }
  shown.stop()
}
window.figures = {
  tick: median(ticks),
  touched,
  expected,
  ours: median(times.ours),
  plain: median(times.plain),
  ratio: median(ratios),
}
