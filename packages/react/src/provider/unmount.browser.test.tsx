import { StrictMode } from 'react'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { render } from 'vitest-browser-react'
import { ANA, emulator, endCalls, eventually, rest, setUp } from '../../test/real-meeting.ts'
import { ManagedVideoCall } from '../call/ManagedVideoCall.tsx'
import { useMeetingLauncher } from '../launcher/useMeetingLauncher.ts'
import type { CallPhase, CallSession } from '../session/call-session.ts'
import { MeetingProvider } from './MeetingProvider.tsx'
import { useCallState } from './useCallState.ts'

afterEach(endCalls)

/** Every track of a device, and every copy of one: the light is on until the last of them has stopped. */
function watchDevices(): MediaStreamTrack[] {
  const tracks: MediaStreamTrack[] = []
  const { mediaDevices } = navigator
  const real = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints)
    tracks.push(...stream.getTracks())
    return stream
  }
  const { clone } = MediaStreamTrack.prototype
  MediaStreamTrack.prototype.clone = function () {
    const copy = clone.call(this)
    tracks.push(copy)
    return copy
  }
  onTestFinished(() => {
    MediaStreamTrack.prototype.clone = clone
    mediaDevices.getUserMedia = real
  })
  return tracks
}

/** Who is in the room, according to the server. */
async function peopleIn(roomName: string): Promise<string[]> {
  const authorization = `Basic ${btoa(`${emulator.apiKeySid}:${emulator.apiKeySecret}`)}`
  const response = await fetch(`${emulator.url}/v1/Rooms/${roomName}/Participants?Status=connected`, {
    headers: { authorization },
  })
  if (response.status === 404) return []
  const { participants } = (await response.json()) as { participants: { identity: string }[] }
  return participants.map(({ identity }) => identity)
}

function App({ bookingId, onPhase }: { bookingId: string; onPhase(session: CallSession): void }) {
  const { launchFromBooking } = useMeetingLauncher()
  const session = useCallState(({ session: now }) => now)
  onPhase(session)
  return (
    <button type="button" onClick={() => void launchFromBooking({ bookingId })}>
      Join
    </button>
  )
}

const PHASES = [
  ...(['launching', 'waiting', 'turned-away', 'lobby', 'connecting'] as const),
  ...(['connected', 'reconnecting', 'failed', 'ended'] as const),
]

describe('unmounting everything under StrictMode', () => {
  it.each(PHASES satisfies readonly CallPhase[])(
    'while the call is %s leaves no device on, nobody in the room and nothing playing',
    async (wanted) => {
      const waits = wanted === 'waiting' || wanted === 'turned-away'
      const { bookingId, fetch: answer, status, turnAway } = setUp(waits ? { waitingRoom: 'everyone' } : {})
      const roomName = `meeting_${bookingId}`
      const tracks = watchDevices()
      const seen: CallPhase[] = []
      const fetchFrom: typeof fetch = (input, init) =>
        answer(new Request(new URL(String(input), location.origin), init))
      const view = await render(
        <StrictMode>
          <MeetingProvider
            getAccessToken={() => ANA}
            fetch={fetchFrom}
            lobby={wanted === 'lobby'}
            videoOptions={{ wsServer: emulator.signalingUrl, logLevel: 'off' }}
          >
            <App bookingId={bookingId} onPhase={({ phase }) => seen.push(phase)} />
            <ManagedVideoCall />
          </MeetingProvider>
        </StrictMode>,
      )
      if (wanted === 'failed')
        await rest('/emulator/simulate/refuse-connect', { identity: ANA, code: '53105' })
      await view.getByRole('button', { name: 'Join' }).click()
      if (wanted === 'turned-away') {
        await eventually('Ana waits', () => seen.at(-1) === 'waiting')
        await turnAway(ANA)
        // Whoever comes back to the page is answered at once.
        window.dispatchEvent(new Event('focus'))
      }
      if (wanted === 'reconnecting' || wanted === 'ended') {
        await eventually('the call is on', () => seen.includes('connected'))
        if (wanted === 'ended') await rest('/emulator/simulate/end-room', { roomName })
        // Away for long: a connection that comes back within one frame was never seen lost.
        else await rest('/emulator/simulate/drop-socket', { identity: ANA, forMs: '60000' })
      }
      await eventually(`the call is ${wanted}`, () => seen.at(-1) === wanted || seen.includes(wanted))
      await view.unmount()

      await eventually('every device is off', () => tracks.every((track) => track.readyState === 'ended'))
      if (wanted === 'reconnecting') await rest('/emulator/simulate/restore-socket', { identity: ANA })
      await eventually('nobody is in the room', async () => (await peopleIn(roomName)).length === 0, 45_000)
      const playing = [...document.querySelectorAll('video, audio')].filter(
        (element) => (element as HTMLMediaElement).srcObject !== null,
      )
      expect(playing).toEqual([])
      expect(document.querySelector('.meetings-root')).toBeNull()
      await eventually('the server knows', () => status() !== 'in_progress' || wanted === 'ended')
    },
    90_000,
  )
})
