import { createMeetings } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { expect, inject } from 'vitest'
import { ignoreLeavingErrors } from '../../../tests/browser/ignore-leaving-errors.ts'
import { mintToken } from '../../../tests/browser/mint-token.ts'
import '../../../tests/browser/emulator-for-tests.ts'
import { createMeetingRuntime } from '../src/provider/create-meeting-runtime.ts'
import type { MeetingSettings } from '../src/provider/meeting-settings.ts'
import type { CallController } from '../src/session/call-controller.ts'

ignoreLeavingErrors()

export const ANA = '00000000-0000-4000-8000-00000000000a'
export const BEN = '00000000-0000-4000-8000-00000000000b'
export const emulator = inject('twilioEmulator')
const cleanups: (() => void)[] = []

/** Ends every call that a test began. */
export function endCalls(): void {
  for (const cleanup of cleanups.splice(0)) cleanup()
}

/** A meeting that can be joined now, and people with the whole product between them and the emulator. */
export function setUp(options: { tokenSeconds?: number; waitingRoom?: 'everyone' } = {}) {
  const bookingId = crypto.randomUUID()
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const store = memoryStore({
    bookings: [
      {
        id: bookingId,
        organizationId: null,
        meetingTypeId: null,
        meetingTypeName: 'Consultation',
        hostId: BEN,
        hostName: 'Ben',
        customerId: ANA,
        customerName: 'Ana',
        customerEmail: null,
        startTime: inMinutes(-1),
        endTime: inMinutes(30),
        status: 'confirmed',
        metadata: {},
      },
    ],
  })
  const meetings = createMeetings({
    store,
    ...(options.waitingRoom && { waitingRoom: options.waitingRoom }),
    video: {
      async issueToken({ identity, roomName, ttlSeconds: usual }) {
        const ttlSeconds = options.tokenSeconds ?? usual
        // Two tokens of the same second must still be two.
        const claims = { jti: crypto.randomUUID() }
        const token = await mintToken({ ...emulator, identity, room: roomName, ttl: ttlSeconds, claims })
        return { token, expiresAt: new Date(Date.now() + ttlSeconds * 1_000) }
      },
      endRoom: async () => {},
      removeParticipant: async () => {},
    },
    authenticate: ({ request }) => {
      const id = request.headers.get('authorization')?.replace('Bearer ', '')
      return id ? { user: { id }, via: 'bearer' } : null
    },
  })
  const asked: string[] = []
  /** When, in milliseconds of the page. */
  const askedAt: number[] = []
  /** Set `isDown`, and the API cannot be reached. */
  const api = { isDown: false }

  function person(id: string, settings: Partial<MeetingSettings> = {}) {
    const { calls } = createMeetingRuntime(() => ({
      getAccessToken: () => id,
      videoOptions: {
        wsServer: emulator.signalingUrl,
        logLevel: 'off',
        video: { width: 320, height: 240, frameRate: 10 },
      },
      fetch(input, init) {
        const url = new URL(String(input), location.origin)
        asked.push(`${id.slice(-1)} ${url.pathname.split('/').at(-1)}`)
        askedAt.push(performance.now())
        if (api.isDown) throw new TypeError('Failed to fetch')
        return meetings.fetch(new Request(url, init))
      },
      ...settings,
    }))
    cleanups.push(calls.destroy)
    return calls
  }
  const status = () => store.get(bookingId)?.status
  const turnAway = (identity: string) =>
    meetings.api.removeParticipant({ bookingId, identity }, { user: { id: BEN } })
  return { bookingId, person, asked, askedAt, status, api, turnAway, fetch: meetings.fetch }
}

export const other = (calls: CallController) => {
  const { session } = calls.getState()
  return 'room' in session ? session.room.remotes[0] : undefined
}
export const phase = (calls: CallController) => calls.getState().session.phase

export async function eventually(hope: string, check: () => unknown, timeout = 20_000): Promise<void> {
  await expect.poll(async () => Boolean(await check()), { timeout, interval: 50, message: hope }).toBe(true)
}

export function rest(path: string, form: Record<string, string>) {
  const authorization = `Basic ${btoa(`${emulator.apiKeySid}:${emulator.apiKeySecret}`)}`
  const body = new URLSearchParams(form)
  return fetch(`${emulator.url}${path}`, { method: 'POST', headers: { authorization }, body })
}
