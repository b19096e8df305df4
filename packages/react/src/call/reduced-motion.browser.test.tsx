import '../styles.css'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { emulateMedia } from '../../test/emulate-media.ts'
import { createFakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import { writeMessage } from '../talk/wire-message.ts'
import { createTestRuntime } from '../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { ManagedVideoCall } from './ManagedVideoCall.tsx'

afterEach(() => emulateMedia({}))

/** Nothing moves in it: what is late is drawn late. */
const LATE = 'meetings-late'

/** The names of everything that takes its time to appear or move, from now on. */
function watchMotion(): Set<string> {
  const seen = new Set<string>()
  const stop = new AbortController()
  document.addEventListener(
    'animationstart',
    ({ target, animationName, pseudoElement }) => {
      const style = getComputedStyle(target as Element, pseudoElement || null)
      if (Number.parseFloat(style.animationDuration) > 0) seen.add(animationName)
    },
    { signal: stop.signal },
  )
  onTestFinished(() => stop.abort())
  return seen
}

/** An animation begins with the frame after the one that draws it. */
async function drawn(part: string): Promise<void> {
  await expect.poll(() => document.querySelector(`[data-meetings-part="${part}"]`)).not.toBeNull()
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
}

/** Opens a call, a panel and a menu in it, reacts, and sends the minimised call to another corner. */
async function goThroughACall() {
  await page.viewport(1280, 800)
  const seen = watchMotion()
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const runtime = createTestRuntime({ clock, bookings: [booking], room })
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  await runtime.calls.launch(booking.id)
  await expect.element(page.getByRole('group', { name: 'Call controls' })).toBeVisible()
  await drawn('call-layer')
  await page.getByRole('button', { name: /^People/ }).click()
  await drawn('side-panel')
  room.say('sam', writeMessage({ type: 'reaction', kind: 'heart' }))
  await drawn('flying-reaction')
  await page.getByRole('button', { name: 'More' }).click()
  await drawn('call-menu')
  await userEvent.keyboard('{Escape}')
  await page.getByRole('button', { name: 'Minimise' }).click()
  await expect.element(page.getByRole('button', { name: 'Return to call' })).toHaveFocus()
  const glides: Animation[] = []
  const { animate } = Element.prototype
  Element.prototype.animate = function (...how) {
    const glide = animate.apply(this, how)
    glides.push(glide)
    return glide
  }
  onTestFinished(() => {
    Element.prototype.animate = animate
  })
  await userEvent.keyboard('{ArrowUp}')
  await expect.poll(() => document.querySelector('[data-corner^="top"]')).not.toBeNull()
  return { seen, glides }
}

describe('a call', () => {
  it('moves nothing where people want less motion', async () => {
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' })
    const { seen, glides } = await goThroughACall()
    seen.delete(LATE)
    expect([...seen]).toEqual([])
    expect(glides).toEqual([])
  })

  it('moves for everybody else', async () => {
    const { seen, glides } = await goThroughACall()
    expect([...seen]).toEqual(
      expect.arrayContaining(['meetings-call-appear', 'meetings-panel-appear', 'meetings-reaction-fly']),
    )
    expect(glides).toHaveLength(1)
  })
})
