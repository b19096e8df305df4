import '../styles.css'
import type { MeetingPerson, ParticipantRole } from '@meetings/contract'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { I18nProvider } from '../i18n/I18nContext.tsx'
import { useCallState } from '../provider/useCallState.ts'
import { createFakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import type { FakePerson } from '../room/fake/fake-participant.ts'
import { isCallOpen } from '../session/call-session.ts'
import { createTestRuntime, type TestRuntime } from '../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { ManagedVideoCall } from './ManagedVideoCall.tsx'
import { VideoCallModal } from './VideoCallModal.tsx'

const SIZES = [
  [360, 640],
  [390, 844],
  [844, 390],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
  // 1280 x 800 zoomed to 200 %
  [640, 400],
] as const

const everybody = (count: number): FakePerson[] =>
  Array.from({ length: count }, (_, index) => ({ identity: `person-${index}` }))

async function openCall(
  people: readonly FakePerson[],
  names: readonly MeetingPerson[] = [],
  call: ReactNode = <ManagedVideoCall />,
  viewerRole: ParticipantRole = 'customer',
) {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1, viewerRole })
  const runtime = createTestRuntime({
    clock,
    bookings: [booking],
    participants: names,
    room: createFakeRoomClient({ people }),
  })
  const view = await render(
    <MeetingsTestProvider runtime={runtime}>
      <main style={{ blockSize: 4000 }}>
        <button type="button">On the page</button>
        <textarea
          aria-label="Draft"
          defaultValue="half written"
          style={{ display: 'block', marginTop: 900 }}
        />
      </main>
      <button
        type="button"
        style={{ position: 'fixed', top: 0, left: 0, zIndex: 3000 }}
        onClick={(event) => event.currentTarget.setAttribute('aria-pressed', 'true')}
      >
        Toast
      </button>
      {call}
    </MeetingsTestProvider>,
  )
  await runtime.calls.launch(booking.id)
  await inRoom(runtime)
  return { ...runtime, view }
}

/** A host that places the call itself: nothing fixed leaves a box that is transformed. */
function CallInABox() {
  const isOpen = useCallState(({ session }) => isCallOpen(session))
  return (
    <div style={{ inlineSize: 400, blockSize: 700, transform: 'translate(0)' }} data-testid="box">
      {isOpen && <VideoCallModal />}
    </div>
  )
}

/** As in a language that needs many letters. */
function LongWords() {
  return (
    <I18nProvider
      locale="en-US"
      timeZone="UTC"
      messages={{
        call: { recording: 'This call is recorded', timeLeft: 'The time that is left: {duration}' },
      }}
    >
      <ManagedVideoCall />
    </I18nProvider>
  )
}

async function inRoom({ calls }: TestRuntime): Promise<void> {
  await vi.waitFor(() => expect(calls.getState().session.phase).toBe('connected'))
  await expect.element(page.getByRole('group', { name: 'Call controls' })).toBeVisible()
}

const part = (name: string) => [...document.querySelectorAll<HTMLElement>(`[data-meetings-part="${name}"]`)]
const box = (element: Element | undefined) => (element ?? document.body).getBoundingClientRect()

/** The inner box is inside the outer one, to half a pixel. */
function expectInside(inner: DOMRect, outer: DOMRect): void {
  expect(inner.left).toBeGreaterThanOrEqual(outer.left - 0.5)
  expect(inner.top).toBeGreaterThanOrEqual(outer.top - 0.5)
  expect(inner.right).toBeLessThanOrEqual(outer.right + 0.5)
  expect(inner.bottom).toBeLessThanOrEqual(outer.bottom + 0.5)
}

const overlap = (a: DOMRect, b: DOMRect) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/** Once it has appeared. */
const atRest = (element: Element | undefined) =>
  Promise.all((element?.getAnimations() ?? []).map((animation) => animation.finished))

beforeEach(() => page.viewport(1280, 800))
afterEach(() => vi.restoreAllMocks())

describe('the stage', () => {
  it.each(SIZES)('keeps every tile in sight at %i x %i, from one to ten people', async (width, height) => {
    await page.viewport(width, height)
    const { room } = await openCall([])
    for (const person of everybody(9)) {
      room.join(person)
      const others = room.connection?.getSnapshot().remotes.length ?? 0
      await vi.waitFor(() => {
        // Whoever is not here is on another page, and the page says so.
        const isComplete = part('tile').length === others + 1
        expect(isComplete).toBe(part('stage-pager').length === 0)
        const stage = box(part('stage')[0])
        const bar = box(part('control-bar')[0])
        for (const tile of part('tile')) {
          expectInside(box(tile), stage)
          expect(box(tile).width).toBeGreaterThan(40)
          expect(overlap(box(tile), bar)).toBe(0)
        }
      })
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })

  it.each(SIZES)('shows the whole of a shared screen at %i x %i', async (width, height) => {
    await page.viewport(width, height)
    const { room } = await openCall(everybody(3))
    room.change('person-0', { isSharing: true })
    await vi.waitFor(() => expect(part('screen-tile')).toHaveLength(1))
    const video = part('screen-tile')[0]?.querySelector('video')
    await vi.waitFor(() => expect(video?.videoWidth).toBeGreaterThan(0))
    expectInside(box(video ?? undefined), box(part('stage')[0]))
    expect(video && getComputedStyle(video).objectFit).toBe('contain')
    expect(box(video ?? undefined).height).toBeGreaterThan(80)
    // The screen is what people came to see: it is larger than any face.
    const area = (rect: DOMRect) => rect.width * rect.height
    for (const tile of part('tile')) expect(area(box(tile))).toBeLessThan(area(box(video ?? undefined)))
  })

  it('floats the mirrored self view in a call of two, inside the other picture', async () => {
    await openCall(everybody(1))
    await vi.waitFor(() => expect(part('tile')).toHaveLength(2))
    const [other, self] = part('tile')
    expectInside(box(self), box(other))
    const video = self?.querySelector('video')
    expect(video && getComputedStyle(video).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)')
  })

  it('cuts names of 200 letters short instead of growing', async () => {
    await page.viewport(360, 640)
    const name = 'Wolfeschlegelsteinhausen'.repeat(9).slice(0, 200)
    await openCall(everybody(2), [{ identity: 'person-0', name, role: 'guest' }])
    await vi.waitFor(() => expect(part('tile')).toHaveLength(3))
    for (const label of part('tile-label')) expectInside(box(label), box(label.parentElement ?? undefined))
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
  })
})

describe('the controls', () => {
  it.each(SIZES)('are in sight and at least 44 px at %i x %i', async (width, height) => {
    await page.viewport(width, height)
    await openCall(everybody(1))
    const buttons = [...(part('control-bar')[0]?.querySelectorAll('button') ?? [])]
    // On a phone five and "more", and as many as fit elsewhere.
    if (width <= 480) expect(buttons.length).toBeLessThanOrEqual(6)
    else expect(buttons.length).toBeGreaterThanOrEqual(8)
    for (const [index, button] of buttons.entries()) {
      expectInside(box(button), new DOMRect(0, 0, width, height))
      expect(Math.min(box(button).width, box(button).height)).toBeGreaterThanOrEqual(44)
      for (const other of buttons.slice(index + 1)) expect(overlap(box(button), box(other))).toBe(0)
    }
  })

  it('round off "Leave" for a host, alone in a narrow bar and beside "End for everybody" in a wide one', async () => {
    const corners = () => {
      const { borderTopLeftRadius, borderTopRightRadius } = getComputedStyle(
        part('leave-button')[0] as Element,
      )
      return [borderTopLeftRadius, borderTopRightRadius]
    }
    await openCall(everybody(1), [], <ManagedVideoCall />, 'host')
    expect(corners()).toEqual(['24px', '6px'])
    await page.viewport(390, 844)
    expect(corners()).toEqual(['50%', '50%'])
  })

  it.each(SIZES)('have a menu that is in sight at %i x %i', async (width, height) => {
    await page.viewport(width, height)
    await openCall(everybody(2))
    await page.getByRole('button', { name: 'More' }).click()
    await expect.element(page.getByRole('menu')).toBeVisible()
    const [menu] = part('call-menu')
    await atRest(menu)
    expectInside(box(menu), new DOMRect(0, 0, width, height))
    for (const name of ['more-button', 'leave-button', 'microphone-button'])
      expect(overlap(box(menu), box(part(name)[0]))).toBe(0)
  })
})

describe('the top bar', () => {
  it.each([1280, 390, 320])(
    'keeps the way back to the page in sight at %i, whatever else it tells',
    async (width) => {
      await page.viewport(width, 640)
      const { room } = await openCall(everybody(1), [], <LongWords />)
      room.record(true)
      await vi.waitFor(() => expect(part('recording-sign')).toHaveLength(1))
      const back = box(part('minimise-button')[0])
      expectInside(back, new DOMRect(0, 0, width, 640))
      expect(back.width).toBeGreaterThanOrEqual(44)
      for (const name of ['recording-sign', 'call-elapsed', 'call-time'])
        expect(overlap(back, box(part(name)[0]))).toBe(0)
    },
  )
})

describe('a call in a box of the host', () => {
  it('takes its sizes from the box, however wide the window is', async () => {
    await openCall(everybody(3), [], <CallInABox />)
    const outer = box(page.getByTestId('box').element())
    await vi.waitFor(() => {
      const buttons = [...(part('control-bar')[0]?.querySelectorAll('button') ?? [])]
      expect(buttons.length).toBeLessThanOrEqual(6)
      for (const button of buttons) expectInside(box(button), outer)
      expect(part('tile')).toHaveLength(4)
      for (const tile of part('tile')) {
        expectInside(box(tile), outer)
        expect(overlap(box(tile), box(part('control-bar')[0]))).toBe(0)
      }
    })
    await page.getByRole('button', { name: 'More' }).click()
    await expect.element(page.getByRole('menuitem', { name: 'Raise hand' })).toBeVisible()
  })
})

describe('the side panel', () => {
  it.each([
    [768, 1024],
    [1280, 800],
    [1920, 1080],
  ])('stands beside the stage and its captions at %i x %i and covers no face', async (width, height) => {
    await page.viewport(width, height)
    const { callView, room } = await openCall(everybody(5))
    callView.set({ panel: 'people' })
    await vi.waitFor(() => expect(part('side-panel')).toHaveLength(1))
    room.caption('person-1', 'Good morning, everybody. '.repeat(9))
    await vi.waitFor(() => expect(part('captions')).toHaveLength(1))
    expectInside(box(part('captions')[0]), box(part('stage')[0]))
    await vi.waitFor(() => {
      for (const tile of part('tile')) {
        expect(overlap(box(tile), box(part('side-panel')[0]))).toBe(0)
        expectInside(box(tile), box(part('stage')[0]))
      }
    })
  })

  it('lies over the stage on a phone, and leaves the controls in reach', async () => {
    await page.viewport(390, 844)
    const { callView } = await openCall(everybody(2))
    callView.set({ panel: 'people' })
    await vi.waitFor(() => expect(part('side-panel')).toHaveLength(1))
    await atRest(part('side-panel')[0])
    expect(box(part('side-panel')[0]).width).toBeGreaterThan(360)
    expect(overlap(box(part('side-panel')[0]), box(part('control-bar')[0]))).toBe(0)
  })
})

describe('the pages of a stage', () => {
  const swipe = (by: number) => {
    const floor = part('stage-floor')[0]
    const at = (type: string, x: number) =>
      floor?.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX: x, clientY: 300 }),
      )
    at('pointerdown', 200)
    at('pointerup', 200 + by)
  }
  const names = () => part('tile-name').map((name) => name.textContent)

  it.each(['ltr', 'rtl'] as const)('turn with a swipe, %s, and let go of who is not on them', async (dir) => {
    document.documentElement.dir = dir
    const { room, callView } = await openCall(everybody(29))
    callView.set({ layout: 'grid' })
    await vi.waitFor(() => expect(part('stage-pager')).toHaveLength(1))
    const first = names()
    const videos = () => [...room.playing].filter((element) => element.localName === 'video').length
    await vi.waitFor(() => expect(videos()).toBe(first.length - 1))
    const forward = dir === 'ltr' ? -120 : 120
    swipe(forward)
    await vi.waitFor(() => expect(names()).not.toEqual(first))
    expect(videos()).toBe(names().length - 1)
    expect(part('video')).toHaveLength(names().length)
    swipe(20)
    expect(names()).not.toEqual(first)
    swipe(-forward)
    await vi.waitFor(() => expect(names()).toEqual(first))
    document.documentElement.dir = ''
  })
})

describe('the host page', () => {
  it('moves nothing in the call with its rules for bare elements', async () => {
    await openCall(everybody(1), [{ identity: 'person-0', name: 'Sam Rivera', role: 'host' }])
    const words = () =>
      ['call-title', 'call-time', 'control-bar', 'people', 'tile-label'].map((name) => box(part(name)[0]))
    await vi.waitFor(() => expect(part('tile')).toHaveLength(2))
    const before = words()
    const rules = document.createElement('style')
    rules.textContent = `p, h2, ul, li, header, section, figure, fieldset, dl {
      display: block; margin: 0 0 24px 12px; padding: 8px; font-size: 2rem; border: 1px solid red;
    }`
    document.head.append(rules)
    expect(words()).toEqual(before)
    rules.remove()
  })

  it('keeps what stands above the call usable by pointer and keyboard', async () => {
    await openCall(everybody(1))
    const toast = page.getByRole('button', { name: 'Toast' })
    await toast.click()
    await expect.element(toast).toHaveAttribute('aria-pressed', 'true')
    expect(document.activeElement).toBe(toast.element())
  })

  it('cannot be reached below the call', async () => {
    await openCall(everybody(1))
    page.getByRole('button', { name: 'On the page' }).element().focus()
    expect(document.activeElement?.closest('[role=dialog]')).not.toBeNull()
  })

  it('lies below the layer of the call and above nothing else', async () => {
    await openCall(everybody(1))
    expect(getComputedStyle(part('call-layer')[0] ?? document.body).zIndex).toBe('2000')
    document.documentElement.style.setProperty('--meetings-z-call', '77')
    expect(getComputedStyle(part('call-layer')[0] ?? document.body).zIndex).toBe('77')
    document.documentElement.style.removeProperty('--meetings-z-call')
  })

  it('is as it was when the call is over: scroll, text, and nothing playing', async () => {
    const { room, calls, devices } = await openCall(everybody(3))
    const elements = () => [...document.querySelectorAll<HTMLMediaElement>('video, audio')]
    await calls.leave()
    await vi.waitFor(() => expect(elements()).toHaveLength(0))

    window.scrollTo(0, 500)
    await page.getByRole('textbox', { name: 'Draft' }).fill('changed')
    const { scrollY, innerWidth } = window
    const width = document.body.clientWidth
    await calls.launch(sampleBooking(0).id)
    await vi.waitFor(() => expect(room.playing.size).toBe(6))
    expect(document.body.clientWidth).toBe(width)
    const media = elements()
    expect(media).toHaveLength(7)
    await vi.waitFor(() =>
      expect(media.filter((element) => element.currentTime > 0).length).toBeGreaterThan(3),
    )

    await userEvent.click(page.getByRole('button', { name: 'Leave' }))
    await vi.waitFor(() => expect(elements()).toHaveLength(0))
    expect(media.map((element) => element.srcObject)).toEqual(media.map(() => null))
    expect(room.playing.size).toBe(0)
    expect(devices.live).toHaveLength(0)
    expect(window.scrollY).toBe(scrollY)
    expect(window.innerWidth).toBe(innerWidth)
    await expect.element(page.getByRole('textbox', { name: 'Draft' })).toHaveValue('changed')
    expect(document.documentElement.style.overflow).toBe('')
  })
})
