import '../styles.css'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { emulateMedia } from '../../test/emulate-media.ts'
import { createFakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import { createTestRuntime } from '../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { ManagedVideoCall } from './ManagedVideoCall.tsx'

// As Windows does it for people who choose the colours of everything themselves.
beforeEach(() => emulateMedia({ 'forced-colors': 'active' }))
afterEach(() => emulateMedia({}))

async function openCall() {
  await page.viewport(1280, 800)
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people: [{ identity: 'sam', camera: 'off' }] })
  const runtime = createTestRuntime({ clock, bookings: [booking], room })
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  await runtime.calls.launch(booking.id)
  await expect.element(page.getByRole('group', { name: 'Call controls' })).toBeVisible()
  return runtime
}

/** The edges of something, as they are painted; none when they cannot be told from what is under them. */
function edgeOf(element: Element): string | null {
  const { borderTopWidth, borderTopStyle, borderTopColor, outlineStyle } = getComputedStyle(element)
  const ground = getComputedStyle(document.body).backgroundColor
  const isSeen =
    borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0 && borderTopColor !== ground
  return isSeen || outlineStyle !== 'none' ? borderTopColor : null
}

it('every button of a call has an edge where colours are forced', async () => {
  await openCall()
  const buttons = [...document.querySelectorAll('[data-meetings-part="call-screen"] button')]
  expect(buttons.length).toBeGreaterThan(6)
  const bare = buttons.filter((button) => button.checkVisibility() && edgeOf(button) === null)
  expect(bare.map((button) => button.getAttribute('data-meetings-part'))).toEqual([])
})

it('a button that is off has a stronger edge than one that is on where colours are forced', async () => {
  await openCall()
  const edge = (name: string) =>
    Number.parseFloat(
      getComputedStyle(page.getByRole('button', { name, exact: true }).element()).borderTopWidth,
    )
  const on = edge('Mute')
  await page.getByRole('button', { name: 'Mute', exact: true }).click()
  await expect.poll(() => edge('Unmute')).toBeGreaterThan(on)
})

it('who speaks is framed where colours are forced, and nobody else', async () => {
  const { room } = await openCall()
  const tile = page.getByRole('list', { name: 'People in the call' }).getByRole('listitem').first()
  const frame = () => getComputedStyle(tile.element(), '::after')
  expect(frame().content).toBe('none')
  room.speak('sam')
  await expect.poll(() => frame().content).not.toBe('none')
  expect(frame().borderTopWidth).toBe('5px')
})
