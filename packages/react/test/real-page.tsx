import '../src/styles.css'
import { onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ManagedVideoCall } from '../src/call/ManagedVideoCall.tsx'
import { useMeetingLauncher } from '../src/launcher/useMeetingLauncher.ts'
import { MeetingProvider, type MeetingProviderProps } from '../src/provider/MeetingProvider.tsx'
import { arrive, microphone } from '../src/room/twilio/people-for-tests.ts'
import { ANA, emulator, type setUp } from './real-meeting.ts'

export const VIDEO_FOR_TESTS = {
  wsServer: emulator.signalingUrl,
  logLevel: 'off',
  video: { width: 320, height: 240, frameRate: 10 },
} as const

/** Ana's page with a button that joins, and the whole product between it and the emulator. */
export function showPage(
  { bookingId, fetch: answer }: Pick<ReturnType<typeof setUp>, 'bookingId' | 'fetch'>,
  { children = <ManagedVideoCall />, ...settings }: Partial<MeetingProviderProps> = {},
) {
  const fetchFrom: typeof fetch = (input, init) =>
    answer(new Request(new URL(String(input), location.origin), init))
  return render(
    <MeetingProvider
      getAccessToken={() => ANA}
      fetch={fetchFrom}
      locale="en-US"
      videoOptions={VIDEO_FOR_TESTS}
      {...settings}
    >
      <Join bookingId={bookingId} />
      {children}
    </MeetingProvider>,
  )
}

function Join({ bookingId }: { bookingId: string }) {
  const { launchFromBooking } = useMeetingLauncher()
  return (
    <button type="button" onClick={() => void launchFromBooking({ bookingId })}>
      Join
    </button>
  )
}

export const join = () => button('Join').click()
export const button = (name: string) => page.getByRole('button', { name, exact: true })

/** Somebody whom the booking does not know, heard and not seen. */
export async function cleoComes(roomName: string): Promise<void> {
  const voice = await microphone()
  onTestFinished(() => voice.stop())
  const stay = await arrive('cleo', roomName, { tracks: { microphone: voice, camera: null } })
  onTestFinished(() => stay.disconnect())
}
