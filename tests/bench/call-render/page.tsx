// A call among fakes in Chromium: what a change of one person costs among few and among many, and how often
// React commits in a lively call. Cameras are off: painting faces is not what is measured.
import { ManagedVideoCall } from '@meetings/react'
import {
  createFakeRoomClient,
  createTestClock,
  createTestRuntime,
  type FakePerson,
  MeetingsTestProvider,
  sampleBooking,
} from '@meetings/react/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

const ROUNDS = 41
const WARM_UP = 10
/** The page's clock counts tenths of a millisecond: so many changes are taken together. */
const CHANGES_PER_ROUND = 20
const LIVELY_SECONDS = 5
/** Somebody mutes, unmutes, speaks or has another connection this often. */
const LIVELY_MS = 40

interface Figures {
  /** Milliseconds of scripting of the screen per change, by how many others there are. */
  perChange: Record<number, number>
  commitsPerSecond: number
  changesPerSecond: number
}

declare global {
  interface Window {
    callFigures: Figures | undefined
    /** Counted by the hook that React calls for its developer tools. */
    commits: number | undefined
  }
}

async function openCall(others: number, isShown = true) {
  const clock = createTestClock('2026-11-23T09:00:00.000Z')
  const people = Array.from(
    { length: others },
    (_, index): FakePerson => ({
      identity: `person-${index}`,
      camera: 'off',
    }),
  )
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people })
  const runtime = createTestRuntime({
    clock,
    room,
    bookings: [booking],
    participants: people.map(({ identity }) => ({ identity, name: `Person ${identity}`, role: 'guest' })),
  })
  runtime.callView.set({ layout: 'grid' })
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  flushSync(() =>
    root.render(
      <MeetingsTestProvider runtime={runtime}>{isShown && <ManagedVideoCall />}</MeetingsTestProvider>,
    ),
  )
  await runtime.calls.launch(booking.id)
  while (isShown && !document.querySelector('[role="listitem"]:not([data-local])')) await frame()
  while (runtime.calls.getState().session.phase !== 'connected') await frame()
  await frame()
  return {
    room,
    async close() {
      await runtime.calls.leave()
      flushSync(() => root.unmount())
      container.remove()
    },
  }
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** One person on the first page mutes and unmutes; not shown, only the fakes and the call's own state have work. */
async function measureChanges(others: number, isShown: boolean): Promise<number> {
  const { room, close } = await openCall(others, isShown)
  const times: number[] = []
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const before = performance.now()
    for (let change = 0; change < CHANGES_PER_ROUND; change += 1) {
      const microphone = change % 8 < 4 ? 'muted' : 'on'
      flushSync(() => room.change(`person-${change % 4}`, { microphone }))
    }
    if (round >= WARM_UP) times.push((performance.now() - before) / CHANGES_PER_ROUND)
    await frame()
  }
  await close()
  return median(times)
}

/** The same every run, so that two runs can be compared. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

async function measureLivelyCall(): Promise<{ commitsPerSecond: number; changesPerSecond: number }> {
  const { room, close } = await openCall(19)
  const random = createRandom(7)
  const begun = performance.now()
  let changes = 0
  window.commits = 0
  while (performance.now() - begun < LIVELY_SECONDS * 1000) {
    const identity = `person-${Math.floor(random() * 19)}`
    const kind = random()
    if (kind < 0.4) room.speak(identity)
    else if (kind < 0.7) room.change(identity, { networkQuality: 1 + Math.floor(random() * 5) })
    else room.change(identity, { microphone: random() < 0.5 ? 'muted' : 'on' })
    changes += 1
    await new Promise((resolve) => setTimeout(resolve, LIVELY_MS))
  }
  const seconds = (performance.now() - begun) / 1000
  const figures = { commitsPerSecond: (window.commits ?? 0) / seconds, changesPerSecond: changes / seconds }
  await close()
  return figures
}

const perChange: Record<number, number> = {}
// Once without counting: the first call pays for the compiler.
await measureChanges(4, true)
const rounds: Record<number, number[]> = { 4: [], 19: [], 49: [] }
// Turn by turn, so that what disturbs one disturbs all.
for (let turn = 0; turn < 5; turn += 1) {
  for (const others of [4, 19, 49]) {
    const shown = await measureChanges(others, true)
    rounds[others]?.push(shown - (await measureChanges(others, false)))
  }
}
for (const [others, times] of Object.entries(rounds)) perChange[Number(others)] = median(times)
window.callFigures = { perChange, ...(await measureLivelyCall()) }
