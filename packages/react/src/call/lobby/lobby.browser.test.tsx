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

afterEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
})

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

/**
 * The call over this browser's real devices (Chromium's fake ones), and a room that is none.
 *
 * @param before what stands between the call and the devices: rejects as a browser would, or waits
 */
function overRealDevices(before: (constraints: MediaStreamConstraints) => Promise<void> = async () => {}) {
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
            return async (constraints: MediaStreamConstraints) => {
              asked.push(constraints)
              await before(constraints)
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

/** The lobby over real devices. */
async function openRealLobby(before?: (constraints: MediaStreamConstraints) => Promise<void>) {
  await page.viewport(1280, 800)
  await preloadLobby()
  const call = overRealDevices(before)
  await render(
    <MeetingsTestProvider runtime={call.runtime}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  return call
}

/** Both devices, until the test is over. */
async function permit(setting: 'granted' | 'denied' | 'prompt'): Promise<void> {
  for (const device of ['camera', 'microphone'] as const) await setPermission(device, setting)
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

  it.each([
    ['Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0', /Click the lock/],
    ['Gecko/20100101 Firefox/150.0', /Click the crossed-out camera/],
    ['Version/26.0 Safari/605.1.15', /In the menu bar choose “Safari”/],
    [
      '(iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1',
      /Tap the page menu/,
    ],
    ['(iPhone; CPU iPhone OS 26_0 like Mac OS X) CriOS/150.0.0.0 Mobile/15E148', /Open the Settings app/],
    ['(Linux; Android 16) Chrome/150.0.0.0 Mobile Safari/537.36', /Tap the icon to the left/],
  ])('says for %s where to click', async (browser, words) => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(`Mozilla/5.0 ${browser}`)
    const { devices } = await openLobby()
    devices.permit({ microphone: 'denied', camera: 'denied' })
    await expect.element(page.getByText(words)).toBeVisible()
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
  it('says what to press while the browser asks, and goes on by itself', async () => {
    await permit('prompt')
    onTestFinished(() => permit('granted'))
    let answer = () => {}
    const asking = new Promise<void>((resolve) => {
      answer = resolve
    })
    const { calls, bookingId } = await openRealLobby(() => asking)
    await calls.launch(bookingId)
    await expect.element(page.getByText('Allow camera and microphone')).toBeVisible()
    answer()
    await expect.element(page.getByText('We can hear you.')).toBeVisible()
    await expect.element(page.getByText('Allow camera and microphone')).not.toBeInTheDocument()
  })

  it('tells a prompt that was closed from a no, and asks again on request', async () => {
    await permit('prompt')
    onTestFinished(() => permit('granted'))
    let isClosed = true
    const { calls, bookingId, asked } = await openRealLobby(async () => {
      if (isClosed) throw new DOMException('Permission dismissed', 'NotAllowedError')
    })
    await calls.launch(bookingId)
    await expect.element(page.getByText(/You have not allowed camera and microphone yet/)).toBeVisible()
    await expect.element(page.getByText('Camera and microphone are blocked')).not.toBeInTheDocument()
    expect(asked).toHaveLength(1)
    isClosed = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByRole('button', { name: 'Join now' })).toBeVisible()

    // What opens at the very moment of the "no" Chromium lets through.
    const { getState } = calls
    await expect.poll(() => getState().media.cameraTrack?.readyState).toBe('live')
    await expect.poll(() => getState().media.microphoneTrack?.readyState).toBe('live')
    await permit('denied')
    await expect.element(page.getByText('Camera and microphone are blocked')).toBeVisible()
  })

  it('tells that another app has the camera, keeps the microphone, and opens it when it is free', async () => {
    let isInUse = true
    const { calls, bookingId } = await openRealLobby(async ({ video }) => {
      if (video && isInUse) throw new DOMException('Could not start video source', 'NotReadableError')
    })
    await calls.launch(bookingId)
    await expect.element(page.getByText(/Your camera is used by another app/)).toBeVisible()
    await expect.element(page.getByText('We can hear you.')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Join with camera off' })).toBeVisible()
    isInUse = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByRole('button', { name: 'Join now' })).toBeVisible()
    await expect.poll(() => calls.getState().media.cameraTrack?.readyState).toBe('live')
  })

  it('hears somebody talk who is muted in the call', async () => {
    const { runtime, calls, room, bookingId } = await openRealLobby()
    await calls.launch(bookingId)
    await page.getByRole('button', { name: 'Join now' }).click()
    await page.getByRole('button', { name: 'Mute', exact: true }).click()
    await vi.waitFor(() => expect(room.published).toMatchObject({ isMuted: true }))
    const hint = page.getByText(/You are muted. Hold Space bar/)
    // Chromium's microphone beeps once a second.
    await vi.waitFor(
      () => {
        runtime.clock.advance(500)
        expect(hint.query()).not.toBeNull()
      },
      { timeout: 10_000, interval: 5 },
    )
  })

  it('moves its meter, remembers the choice, and hands its tracks to the room without asking again', async () => {
    const { calls, room, asked, bookingId } = await openRealLobby()
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
    const sentTo = vi.spyOn(HTMLMediaElement.prototype, 'setSinkId')
    const { calls, bookingId } = await openRealLobby()
    await calls.launch(bookingId)
    const list = page.getByRole('combobox', { name: 'Speaker' })
    await expect.element(list).toBeEnabled()
    const speakers = [...(list.element() as HTMLSelectElement).options].map(({ value }) => value)
    expect(speakers.length).toBeGreaterThan(1)
    for (const speaker of speakers) {
      await list.selectOptions(speaker)
      await page.getByRole('button', { name: 'Play a test sound' }).click()
      await expect.element(page.getByText('Playing')).toBeVisible()
      expect(sentTo).toHaveBeenLastCalledWith(speaker)
      await expect.element(page.getByText('Playing')).not.toBeInTheDocument()
    }
    expect(document.body.textContent).not.toContain('could not be played')
  })

  it('follows a permission that is taken back during the call, and given again, without a reload', async () => {
    const { calls, room, bookingId } = await openRealLobby()
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
