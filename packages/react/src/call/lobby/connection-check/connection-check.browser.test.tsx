import '../../../styles.css'
import * as Video from 'twilio-video'
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../../../../../tests/browser/emulator-for-tests.ts'
import { mintToken } from '../../../../../../tests/browser/mint-token.ts'
import { createFakeRoomClient, type FakeRoomClient } from '../../../room/fake/create-fake-room-client.ts'
import { createTwilioRoomClient } from '../../../room/twilio/create-twilio-room-client.ts'
import { createTestRuntime } from '../../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../../testing/sample-booking.ts'
import { createTestClock } from '../../../testing/test-clock.ts'
import { ManagedVideoCall } from '../../ManagedVideoCall.tsx'
import { preloadLobby } from '../load-lobby.ts'

const emulator = inject('twilioEmulator')
// What fails on purpose here would fill the screen.
Video.Logger.getLogger('twilio-video-default').setLevel('silent')

const twilio = createTwilioRoomClient(Video, {
  isSmallScreen: () => false,
  getVideoOptions: () => ({ wsServer: emulator.signalingUrl }),
})
const PATIENCE = { timeout: 40_000 }

/** Every connection that the SDK makes during a test. */
let connections: RTCPeerConnection[] = []
const RealConnection = window.RTCPeerConnection
/** A page that was closed in the middle keeps its place on the relay for some minutes. */
let relayedBefore = 0

beforeEach(async () => {
  relayedBefore = await relayClients()
  connections = []
  window.RTCPeerConnection = class extends RealConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.push(this)
    }
  }
})

afterEach(async () => {
  window.RTCPeerConnection = RealConnection
  await control('simulate/clear')
})

async function control(path: string, form: Record<string, string> = {}): Promise<void> {
  const authorization = `Basic ${btoa(`${emulator.apiKeySid}:${emulator.apiKeySecret}`)}`
  const body = new URLSearchParams(form)
  await fetch(`${emulator.url}/emulator/${path}`, { method: 'POST', headers: { authorization }, body })
}

async function relayClients(): Promise<number> {
  const authorization = `Basic ${btoa(`${emulator.apiKeySid}:${emulator.apiKeySecret}`)}`
  const response = await fetch(`${emulator.url}/emulator/relay`, { headers: { authorization } })
  return (await response.json()).clients
}

/** A room that is none, over a connection that is real. */
function overRealConnection(): FakeRoomClient {
  const room = createFakeRoomClient()
  return Object.create(room, {
    checkConnection: {
      value: async (request: Parameters<FakeRoomClient['checkConnection']>[0]) => {
        const token = await mintToken({ ...emulator, identity: 'alice', room: 'meeting_1' })
        return twilio.checkConnection({ ...request, token })
      },
    },
  })
}

async function openLobby() {
  await preloadLobby()
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = overRealConnection()
  const runtime = createTestRuntime({ clock, bookings: [booking], lobby: true, room })
  await render(
    <MeetingsTestProvider runtime={runtime}>
      <ManagedVideoCall />
    </MeetingsTestProvider>,
  )
  onTestFinished(() => runtime.calls.destroy())
  await runtime.calls.launch(booking.id)
  const check = page.getByRole('button', { name: 'Check connection' })
  await expect.element(check).toBeVisible()
  return { ...runtime, check }
}

/** What the SDK sends, or has sent, of its own making. */
function sentTracks(): MediaStreamTrack[] {
  return connections.flatMap((connection) => connection.getSenders().flatMap(({ track }) => track ?? []))
}

async function nothingIsLeft(): Promise<void> {
  await vi.waitFor(async () => {
    expect(connections.map(({ connectionState }) => connectionState)).toEqual(['closed', 'closed'])
    expect(await relayClients()).toBeLessThanOrEqual(relayedBefore)
  }, PATIENCE)
  expect(sentTracks().map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
}

const RESULT = '[data-meetings-part="connection-check-result"]'

describe('the connection check, by the real SDK against the emulator', () => {
  it('finds a connection, tells the numbers, and leaves nothing open', async () => {
    const { check } = await openLobby()
    await check.click()
    await expect.element(page.getByText('Details'), PATIENCE).toBeVisible()
    // A busy machine may not be a good one.
    expect(document.querySelector(RESULT)?.textContent).toMatch(
      /Your connection is (good|a little slow|slow)/,
    )
    await page.getByText('Details').click()
    await expect.element(page.getByText(/^\d+ ms$/).first()).toBeVisible()
    await expect.element(page.getByText(/^[\d.]+%$/)).toBeVisible()
    await nothingIsLeft()
  }, 90_000)

  it('says that a slow connection is slow', async () => {
    await control('simulate/trouble-relay', { delayMs: '250' })
    const { check } = await openLobby()
    await check.click()
    await expect.element(page.getByText('Your connection is slow'), PATIENCE).toBeVisible()
    await expect.element(page.getByText(/Turn off your camera/)).toBeVisible()
  }, 90_000)

  it('says that video calls are blocked when nothing gets through, and leaves nothing open', async () => {
    await control('simulate/trouble-relay', { blocked: 'true' })
    const { check } = await openLobby()
    await check.click()
    await expect.element(page.getByText('Trying out sound and picture'), PATIENCE).toBeVisible()
    await expect.element(page.getByText('Video calls are blocked on this network'), PATIENCE).toBeVisible()
    await nothingIsLeft()
  }, 90_000)

  it('says that the service cannot be reached when it is down', async () => {
    const { check } = await openLobby()
    await control('simulate/outage')
    await check.click()
    await expect.element(page.getByText('The video service cannot be reached'), PATIENCE).toBeVisible()
  }, 90_000)

  it('ends when the person goes in: nothing is sent from then on, and nothing is left open', async () => {
    const { check, calls } = await openLobby()
    await check.click()
    await expect.element(page.getByText('Measuring for a few seconds'), PATIENCE).toBeVisible()
    expect(sentTracks().map(({ readyState }) => readyState)).toEqual(['live', 'live'])
    await page.getByRole('button', { name: 'Join now' }).click()
    await vi.waitFor(() => expect(calls.getState().session.phase).toBe('connected'), PATIENCE)
    // At once, although the SDK's own connections take some seconds to close.
    expect(sentTracks().map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
    await nothingIsLeft()
  }, 90_000)
})
