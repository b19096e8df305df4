import '../../styles.css'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { setPermission } from '../../../test/set-permission.ts'
import { de } from '../../i18n/locales/de.ts'
import { browserDeviceMemory } from '../../media/browser-device-memory.ts'
import { browserMedia } from '../../media/browser-media.ts'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import { createCallController } from '../../session/create-call-controller.ts'
import { createTestRuntime, type TestRuntimeOptions } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'
import { preloadLobby } from './load-lobby.ts'

afterEach(() => localStorage.clear())

async function openLobby(
  options: TestRuntimeOptions = {},
  words: { locale?: string; messages?: typeof de } = {},
) {
  await preloadLobby()
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const runtime = createTestRuntime({ clock, bookings: [booking], lobby: true, ...options })
  const view = await render(
    <MeetingsTestProvider runtime={runtime} {...words}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  onTestFinished(() => runtime.calls.destroy())
  await runtime.calls.launch(booking.id)
  await expect.element(page.getByRole('region')).toBeVisible()
  return { ...runtime, view, bookingId: booking.id }
}

/** The call over this browser's real devices (Chromium's fake ones), and a room that is none. */
function overRealDevices() {
  const room = createFakeRoomClient()
  const base = createTestRuntime({ bookings: [], room })
  const booking = sampleBooking(base.clock.now(), { startsInMinutes: -1 })
  base.client.setBookings([booking])
  const asked: MediaStreamConstraints[] = []
  const real = navigator.mediaDevices
  const devices = browserMedia({
    getMediaDevices: () =>
      new Proxy(real, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name)
          if (name === 'getUserMedia')
            return (constraints: MediaStreamConstraints) => {
              asked.push(constraints)
              return target.getUserMedia(constraints)
            }
          return typeof value === 'function' ? value.bind(target) : value
        },
      }),
    getPermissions: () => navigator.permissions,
    canChooseSpeaker: () => true,
    isSmallScreen: () => false,
  })
  const calls = createCallController({
    client: base.client,
    clock: base.clock,
    devices,
    page: base.page,
    memory: browserDeviceMemory(() => localStorage),
    hasLobby: () => true,
    loadRoomClient: async () => room,
  })
  onTestFinished(() => calls.destroy())
  return { runtime: { ...base, calls }, calls, room, asked, bookingId: booking.id }
}

const box = (element: Element) => element.getBoundingClientRect()

describe('the lobby on real screens', () => {
  it.each([
    [320, 568],
    [390, 844],
    [844, 390],
    [768, 1024],
    [1280, 800],
    [2560, 1440],
  ])('fits %i x %i: nothing sticks out sideways, and the way in is in sight', async (width, height) => {
    await page.viewport(width, height)
    const { devices } = await openLobby({}, { locale: 'de-DE', messages: de })
    devices.permit({ microphone: 'denied', camera: 'denied' })
    await expect.element(page.getByText('Kamera und Mikrofon sind blockiert')).toBeVisible()
    const lobby = document.querySelector('[data-meetings-part="lobby"]')
    if (!lobby) throw new Error('There is no lobby.')
    expect(lobby.scrollWidth).toBeLessThanOrEqual(lobby.clientWidth)
    const join = box(page.getByRole('button', { name: /teilnehmen/ }).element())
    expect(join.bottom).toBeLessThanOrEqual(height)
    expect(join.top).toBeGreaterThanOrEqual(0)
    const words = page.getByText('Ihre Kamera ist aus').element()
    for (const toggle of document.querySelectorAll('[data-meetings-part="lobby-toggles"] button'))
      expect(box(words).bottom).toBeLessThanOrEqual(box(toggle).top + 0.5)
  })

  it('is left by the keyboard alone', async () => {
    await page.viewport(1280, 800)
    const { calls } = await openLobby()
    await userEvent.tab({ shift: true })
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(calls.getState().session.phase).toBe('idle'))
  })
})

describe('the lobby with real devices', () => {
  it('moves its meter, remembers the choice, and hands its tracks to the room without asking again', async () => {
    await page.viewport(1280, 800)
    await preloadLobby()
    const { runtime, calls, room, asked, bookingId } = overRealDevices()
    await render(
      <MeetingsTestProvider runtime={runtime}>
        <ManagedVideoCall />
      </MeetingsTestProvider>,
    )
    await calls.launch(bookingId)
    await expect.element(page.getByText('We can hear you.')).toBeVisible()
    const video = document.querySelector<HTMLVideoElement>('[data-meetings-part="lobby-picture"] video')
    await vi.waitFor(() => expect(video?.videoWidth).toBe(1280))

    const list = page.getByRole('combobox', { name: 'Microphone' })
    const options = [...(list.element() as HTMLSelectElement).options].map(({ value }) => value)
    const other = options.find((id) => id !== calls.getState().media.devices.using.microphone)
    if (other === undefined) throw new Error('The browser needs two microphones for this.')
    const { microphoneTrack: first } = calls.getState().media
    await list.selectOptions(other)
    await vi.waitFor(() => expect(calls.getState().media.microphoneTrack).not.toBe(first))
    expect(first?.readyState).toBe('ended')
    expect(browserDeviceMemory(() => localStorage).read().microphone).toBe(other)

    const before = asked.length
    const { microphoneTrack, cameraTrack } = calls.getState().media
    await page.getByRole('button', { name: 'Join now' }).click()
    await vi.waitFor(() => expect(room.published).toMatchObject({ isMuted: false }))
    expect([room.published?.microphone, room.published?.camera]).toEqual([microphoneTrack, cameraTrack])
    expect([asked.length, before]).toEqual([2, 2])

    await calls.leave()
    expect([microphoneTrack?.readyState, cameraTrack?.readyState]).toEqual(['ended', 'ended'])
    await calls.launch(bookingId)
    await vi.waitFor(() => expect(calls.getState().media.devices.using.microphone).toBe(other))
  })

  it('plays its test sound through each speaker', async () => {
    await preloadLobby()
    const { runtime, calls, bookingId } = overRealDevices()
    await render(
      <MeetingsTestProvider runtime={runtime}>
        <ManagedVideoCall />
      </MeetingsTestProvider>,
    )
    await calls.launch(bookingId)
    const button = page.getByRole('button', { name: 'Play a test sound' })
    await button.click()
    await expect.element(page.getByText('Playing')).toBeVisible()
    await expect.element(page.getByText('Playing')).not.toBeInTheDocument()
    expect(document.body.textContent).not.toContain('could not be played')
  })

  it('follows a permission that is taken back during the call, and given again, without a reload', async () => {
    await preloadLobby()
    const { runtime, calls, room, bookingId } = overRealDevices()
    await render(
      <MeetingsTestProvider runtime={runtime}>
        <ManagedVideoCall />
      </MeetingsTestProvider>,
    )
    await setPermission('camera', 'granted')
    onTestFinished(() => setPermission('camera', 'granted'))
    await calls.launch(bookingId)
    await page.getByRole('button', { name: 'Join now' }).click()
    await vi.waitFor(() => expect(room.published?.camera?.readyState).toBe('live'))

    await setPermission('camera', 'denied')
    await expect.element(page.getByText(/Your camera is blocked/)).toBeVisible()
    expect([room.published?.camera, calls.getState().session.phase]).toEqual([null, 'connected'])
    // Chromium ends the microphone of the same prompt too; it is opened again by itself.
    await vi.waitFor(() => expect(room.published?.microphone?.readyState).toBe('live'))

    await setPermission('camera', 'granted')
    await vi.waitFor(() => expect(room.published?.camera?.readyState).toBe('live'))
    await expect.element(page.getByText(/Your camera is blocked/)).not.toBeInTheDocument()
    expect(room.requests).toHaveLength(1)
  })
})
