import '../../styles.css'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import { writeMessage } from '../../talk/wire-message.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'

beforeEach(() => page.viewport(1280, 800))
afterEach(() => document.documentElement.removeAttribute('dir'))

async function openChat() {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const runtime = createTestRuntime({ clock, room, bookings: [booking] })
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  await runtime.calls.launch(booking.id)
  await vi.waitFor(() => expect(runtime.calls.getState().session.phase).toBe('connected'))
  runtime.callView.set({ panel: 'chat' })
  await expect.element(page.getByRole('log')).toBeVisible()
  let count = 0
  const says = (text: string) => {
    count += 1
    room.say('sam', writeMessage({ type: 'chat', id: `${count}`, text }))
    clock.advance(1_000)
  }
  const log = page.getByRole('log').element()
  return { ...runtime, says, log, below: () => log.scrollHeight - log.scrollTop - log.clientHeight }
}

describe('the chat in a real layout', () => {
  it('follows the conversation, stops for a reader, and goes on when they are back', async () => {
    const { says, log, below } = await openChat()
    for (let number = 1; number <= 40; number += 1) says(`Message ${number}`)
    await vi.waitFor(() => expect(log.textContent).toContain('Message 40'))
    expect(log.scrollTop).toBeGreaterThan(200)
    expect(below()).toBeLessThan(2)
    log.scrollTop = 50
    await new Promise(requestAnimationFrame)
    says('Message 41')
    const news = page.getByRole('button', { name: 'New messages' })
    await expect.element(news).toBeVisible()
    expect(log.scrollTop).toBe(50)
    await userEvent.click(news)
    expect(below()).toBeLessThan(2)
    await expect.element(news).not.toBeInTheDocument()
  })

  it('stays at the end when the panel changes its size', async () => {
    const { says, log, below } = await openChat()
    for (let number = 1; number <= 40; number += 1) says(`Message ${number} of a longer kind, which wraps`)
    await vi.waitFor(() => expect(log.textContent).toContain('Message 40'))
    await page.viewport(390, 700)
    await vi.waitFor(() => expect(below()).toBeLessThan(2))
    await page.viewport(1280, 600)
    await vi.waitFor(() => expect(below()).toBeLessThan(2))
  })

  it.each([
    [320, 640, 'ltr'],
    [390, 844, 'rtl'],
    [1280, 800, 'rtl'],
    [2560, 1440, 'ltr'],
  ] as const)('keeps everything inside at %i x %i, %s', async (width, height, direction) => {
    await page.viewport(width, height)
    document.documentElement.dir = direction
    const { says, log, calls, room } = await openChat()
    says('W'.repeat(2_000))
    says(`https://example.com/${'long-'.repeat(60)}`)
    room.drop()
    calls.talk({ type: 'chat', text: 'مرحبا '.repeat(80) })
    await expect.element(page.getByRole('button', { name: 'Send again' })).toBeInTheDocument()
    expect(log.scrollWidth).toBeLessThanOrEqual(log.clientWidth)
    const panel = page.getByRole('region', { name: 'Chat' }).element().getBoundingClientRect()
    const field = page.getByRole('textbox').element().getBoundingClientRect()
    expect(field.left).toBeGreaterThanOrEqual(panel.left)
    expect(field.right).toBeLessThanOrEqual(panel.right)
    expect(field.bottom).toBeLessThanOrEqual(panel.bottom)
  })

  it('lets the field grow with its text, up to a limit', async () => {
    await openChat()
    const field = page.getByRole('textbox')
    const before = field.element().clientHeight
    await userEvent.fill(field, 'line\n'.repeat(4))
    const grown = field.element().clientHeight
    expect(grown).toBeGreaterThan(before)
    await userEvent.fill(field, 'line\n'.repeat(60))
    expect(field.element().clientHeight).toBeLessThanOrEqual(140)
    expect(field.element().clientHeight).toBeGreaterThan(grown)
  })
})
