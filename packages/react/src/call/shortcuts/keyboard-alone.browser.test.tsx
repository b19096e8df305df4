import '../../styles.css'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { preloadLobby } from '../lobby/load-lobby.ts'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'
import { loadAround } from '../notices/load-around.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** The page of a host, with the focus on the button that opens the call. */
async function openPage(lobby: boolean) {
  await page.viewport(1280, 800)
  await Promise.all([preloadLobby(), loadAround()])
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const runtime = createTestRuntime({ clock, bookings: [booking], room, lobby })
  onTestFinished(() => runtime.calls.destroy())
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <button type="button" onClick={() => void runtime.calls.launch(booking.id)}>
        Open the call
      </button>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  await tabTo(button('Open the call'))
  await userEvent.keyboard('{Enter}')
  return runtime
}

/** As somebody does who cannot point: a key again and again, until it is there. */
async function pressTo(target: Locator, key: string): Promise<void> {
  await expect.element(target).toBeVisible()
  for (let presses = 0; presses < 30; presses += 1) {
    await userEvent.keyboard(key)
    if (document.activeElement === target.element()) return
  }
  throw new Error(`Thirty presses of ${key} did not get there.`)
}

const tabTo = (target: Locator) => pressTo(target, '{Tab}')

/** The keys come with what announces. */
const inTheCall = () => expect.element(page.getByText('You are in the call')).toBeInTheDocument()

it('a whole call needs nothing but the keyboard, and the focus comes back to what opened it', async () => {
  const { room, calls } = await openPage(true)
  await tabTo(button('Join now'))
  await userEvent.keyboard('{Enter}')
  await inTheCall()

  await userEvent.keyboard('m')
  await vi.waitFor(() => expect(room.published?.isMuted).toBe(true))
  await expect.element(button('Unmute')).toBeVisible()

  await tabTo(button('Chat'))
  await userEvent.keyboard('{Enter}')
  await tabTo(page.getByRole('textbox', { name: 'Message to everybody' }))
  await userEvent.keyboard('Hello, mates{Enter}')
  await expect.element(page.getByRole('log').getByText('Hello, mates')).toBeVisible()
  expect(room.published?.isMuted).toBe(true)
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Chat')).toHaveFocus()
  await expect.element(page.getByRole('log')).not.toBeInTheDocument()

  await tabTo(button('More'))
  await userEvent.keyboard('{Enter}')
  await pressTo(page.getByRole('menuitem', { name: 'Settings' }), '{ArrowDown}')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('combobox', { name: 'Microphone' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(button('More')).toHaveFocus()

  await tabTo(button('Leave'))
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(calls.getState().session.phase).toBe('idle'))
  await expect.element(button('Open the call')).toHaveFocus()
})

it('somebody muted is heard as long as the space bar is held', async () => {
  const { room } = await openPage(false)
  await inTheCall()
  await userEvent.keyboard('m')
  await vi.waitFor(() => expect(room.published?.isMuted).toBe(true))
  await userEvent.keyboard('[Space>]')
  await vi.waitFor(() => expect(room.published?.isMuted).toBe(false))
  await expect.element(button('Mute')).toBeVisible()
  await userEvent.keyboard('[/Space]')
  await vi.waitFor(() => expect(room.published?.isMuted).toBe(true))
  await expect.element(button('Unmute')).toBeVisible()
})
