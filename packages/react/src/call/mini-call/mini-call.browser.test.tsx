import '../../styles.css'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'

const GAP = 16

async function minimised(direction: 'ltr' | 'rtl' = 'ltr') {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const runtime = createTestRuntime({
    clock,
    bookings: [booking],
    room: createFakeRoomClient({ people: [{ identity: 'sam' }, { identity: 'kim', microphone: 'muted' }] }),
  })
  document.documentElement.dir = direction
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <main style={{ blockSize: 4000 }}>
        <button type="button">On the page</button>
      </main>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  await runtime.calls.launch(booking.id)
  await vi.waitFor(() => expect(runtime.room.playing.size).toBeGreaterThan(2))
  await page.getByRole('button', { name: 'Minimise' }).click()
  await expect.element(theWayBack()).toHaveFocus()
  await settled()
  return runtime
}

const theWayBack = () => page.getByRole('button', { name: 'Return to call' })
const layer = () =>
  document.querySelector<HTMLElement>('[data-meetings-part="call-layer"]') ?? document.documentElement
const box = () => layer().getBoundingClientRect()
const settled = () =>
  Promise.all(
    layer()
      .getAnimations()
      .map((animation) => animation.finished),
  )

/** Presses on the picture and moves by so many pixels in small steps; the answer lets go. */
function startDrag(x: number, y: number): () => void {
  const handle = theWayBack().element()
  const { left, top } = handle.getBoundingClientRect()
  const at = (type: string, part: number) =>
    handle.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        button: 0,
        buttons: 1,
        clientX: left + 50 + x * part,
        clientY: top + 50 + y * part,
      }),
    )
  // A made-up pointer cannot be captured; that it is asked for is all a page can know.
  vi.spyOn(HTMLElement.prototype, 'setPointerCapture').mockImplementation(() => {})
  at('pointerdown', 0)
  for (const part of [0.2, 0.5, 1]) at('pointermove', part)
  return () => {
    at('pointerup', 1)
    handle.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  }
}

beforeEach(async () => {
  await page.viewport(1280, 800)
  return () => {
    document.documentElement.dir = ''
    vi.restoreAllMocks()
  }
})

describe('the tile of a minimised call', () => {
  it.each([
    [360, 640],
    [1280, 800],
  ])('is 240 px wide in the bottom end corner at %i x %i', async (width, height) => {
    await page.viewport(width, height)
    await minimised()
    const view = document.documentElement
    expect(box().width).toBe(240)
    expect(box().height).toBe(135)
    expect(view.clientWidth - box().right).toBe(GAP)
    expect(view.clientHeight - box().bottom).toBe(GAP)
    expect(view.scrollWidth).toBeLessThanOrEqual(width)
    expect(getComputedStyle(layer()).zIndex).toBe('2000')
  })

  it.each([
    [360, 640],
    [1280, 800],
  ])('stays in sight in each corner at %i x %i', async (width, height) => {
    await page.viewport(width, height)
    await minimised()
    for (const key of ['{ArrowUp}', '{ArrowLeft}', '{ArrowDown}', '{ArrowRight}']) {
      await userEvent.keyboard(key)
      await settled()
      expect(box().left).toBeGreaterThanOrEqual(GAP)
      expect(box().top).toBeGreaterThanOrEqual(GAP)
      expect(box().right).toBeLessThanOrEqual(document.documentElement.clientWidth - GAP)
      expect(box().bottom).toBeLessThanOrEqual(document.documentElement.clientHeight - GAP)
    }
    expect(window.scrollY).toBe(0)
  })

  it('goes where the arrow points in a page from right to left', async () => {
    await minimised('rtl')
    expect(box().left).toBe(GAP + document.documentElement.getBoundingClientRect().left)
    await userEvent.keyboard('{ArrowRight}')
    await settled()
    expect(document.documentElement.clientWidth - box().right).toBeLessThanOrEqual(GAP + 1)
  })

  it('has buttons that can be hit inside it, and a name that keeps clear of them', async () => {
    await minimised()
    const buttons = layer().querySelectorAll('[data-look="round"]')
    expect(buttons).toHaveLength(2)
    const label = layer().querySelector('[data-meetings-part="tile-label"]')?.getBoundingClientRect()
    for (const button of buttons) {
      const { left, right, bottom, width, height } = button.getBoundingClientRect()
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(36)
      expect(right).toBeLessThan(box().right)
      expect(bottom).toBeLessThan(box().bottom)
      expect(label?.right).toBeLessThan(left)
    }
    const leave = page.getByRole('button', { name: 'Leave' }).element()
    expect(getComputedStyle(leave).backgroundColor).toBe('rgb(207, 46, 38)')
  })

  it('snaps to the nearest corner when it is dragged, and is not opened by it', async () => {
    const { callView } = await minimised()
    startDrag(-700, -500)()
    await settled()
    expect(callView.get()).toMatchObject({ isMinimised: true, corner: 'top-start' })
    expect([box().left, box().top]).toEqual([GAP, GAP])
    startDrag(80, 40)()
    await settled()
    expect([box().left, box().top]).toEqual([GAP, GAP])
    await theWayBack().click()
    expect(callView.get().isMinimised).toBe(false)
  })

  it('follows the pointer, and is in its place when the call ends meanwhile', async () => {
    const { room } = await minimised()
    const { left, top } = box()
    startDrag(-200, -100)
    expect([box().left, box().top]).toEqual([left - 200, top - 100])
    room.end({ kind: 'completed' })
    await expect.element(page.getByRole('heading', { name: 'The call has ended' })).toBeVisible()
    expect([box().left, box().top]).toEqual([0, 0])
  })

  it('moves by transform alone, and at once for those who want no motion', async () => {
    await minimised()
    await userEvent.keyboard('{ArrowUp}')
    const moving = layer().getAnimations()[0]?.effect as KeyframeEffect
    expect(Object.keys(moving.getKeyframes()[0] ?? {})).toContain('transform')
    await settled()
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
    await userEvent.keyboard('{ArrowDown}')
    expect(layer().getAnimations()).toHaveLength(0)
  })
})

describe('the page around a minimised call', () => {
  it('scrolls and can be pressed', async () => {
    await minimised()
    expect(document.documentElement.style.overflow).toBe('')
    await userEvent.click(page.getByRole('button', { name: 'On the page' }))
    expect(document.activeElement).toBe(page.getByRole('button', { name: 'On the page' }).element())
    window.scrollTo(0, 600)
    expect(window.scrollY).toBe(600)
    await theWayBack().click()
    expect(document.documentElement.style.overflow).toBe('hidden')
    expect(window.scrollY).toBe(600)
    document.documentElement.style.overflow = ''
    window.scrollTo(0, 0)
  })
})

describe('the sound of a minimised call', () => {
  it('goes on in the same elements, without a gap', async () => {
    await minimised()
    const voices = () => [...document.querySelectorAll('audio')]
    const before = voices()
    const sources = before.map((voice) => voice.srcObject)
    expect(before).toHaveLength(2)
    const interruptions: string[] = []
    for (const voice of before) {
      for (const event of ['pause', 'emptied', 'loadstart']) {
        voice.addEventListener(event, () => interruptions.push(event))
      }
    }
    await theWayBack().click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await page.getByRole('button', { name: 'Minimise' }).click()
    await expect.element(theWayBack()).toHaveFocus()
    expect(voices()).toEqual(before)
    expect(voices().map((voice) => voice.srcObject)).toEqual(sources)
    expect(interruptions).toEqual([])
  })
})
