import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMeetings } from '@meetings/server'
import { toNodeHandler } from '@meetings/server/node'
import { type MemoryStore, memoryStore } from '@meetings/server/testing'
import { twilioVideo } from '@meetings/server/twilio'
import { createTwilioEmulator, type TwilioEmulator } from '@meetings/twilio-emulator'
import { bundlePage } from './bundle-page.ts'
import { PEOPLE, type PersonKey } from './people.ts'

/** An app with meetings on one origin: pages, API over a memory store, and a local Twilio beside it. Guests wait. */
export interface Site {
  url: string
  store: MemoryStore
  emulator: TwilioEmulator
  /** A meeting of everybody, by default one that can be joined now and for hours; answers its id. */
  addMeeting(times?: MeetingTimes): string
  moveMeeting(bookingId: string, times: MeetingTimes): void
  /** Moves the server's clock, and with it those of the pages. */
  moveClock(ms: number): void
  /** What the server could not do: answers of 500 and above, with their cause. */
  failures: readonly string[]
  close(): Promise<void>
}

/** In milliseconds from now. */
export interface MeetingTimes {
  starts: number
  ends: number
}

const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'the-api-key-secret-of-the-site',
}
const AUTH_TOKEN = 'the-auth-token-of-the-site'
const FOR_HOURS: MeetingTimes = { starts: -60_000, ends: 4 * 3_600_000 }

export async function startSite(): Promise<Site> {
  const [emulator, files] = await Promise.all([
    createTwilioEmulator({
      accountSid: ACCOUNT.accountSid,
      apiKeys: { [ACCOUNT.apiKeySid]: ACCOUNT.apiKeySecret },
      authToken: AUTH_TOKEN,
      roomType: 'group',
    }),
    bundlePage(),
  ])
  const store = memoryStore()
  const failures: string[] = []
  let moved = 0
  const now = () => new Date(Date.now() + moved)
  const fromNow = ({ starts, ends }: MeetingTimes) => ({
    startTime: new Date(now().getTime() + starts).toISOString(),
    endTime: new Date(now().getTime() + ends).toISOString(),
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    if (pathname.startsWith('/api/meetings')) return void handle(request, response)
    const file = files.get(pathname)
    if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.contents)
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html' }).end(htmlOf(emulator.signalingUrl))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const handle = toNodeHandler(
    createMeetings({
      store,
      now,
      video: twilioVideo({ ...ACCOUNT, authToken: AUTH_TOKEN, baseUrl: emulator.url }),
      publicUrl: url,
      rooms: {},
      waitingRoom: 'guests',
      // Three people do here in minutes what they would do in weeks.
      rateLimit: false,
      authenticate: async ({ request }) => {
        const key = request.headers.get('authorization')?.replace('Bearer ', '')
        const user = PEOPLE[key as PersonKey]
        return user ? { user: { ...user, emailVerified: true }, via: 'bearer' } : null
      },
      onError: (error) => failures.push(`${error.code}: ${String(error.cause ?? error.message)}`),
      logger: { error() {}, warn() {} },
    }),
  )

  return {
    url,
    store,
    emulator,
    failures,
    addMeeting(times = FOR_HOURS) {
      const { host, customer, guest, otherGuest } = PEOPLE
      const id = crypto.randomUUID()
      store.put({
        id,
        organizationId: null,
        meetingTypeId: null,
        meetingTypeName: `Meeting ${store.all().length + 1}`,
        hostId: host.id,
        hostName: host.name,
        customerId: customer.id,
        customerName: customer.name,
        customerEmail: customer.email,
        ...fromNow(times),
        status: 'confirmed',
        metadata: { guests: [guest, otherGuest].map(({ email, name }) => ({ email, name })) },
      })
      return id
    },
    moveMeeting(bookingId, times) {
      const booking = store.get(bookingId)
      if (booking) store.put({ ...booking, ...fromNow(times) })
    },
    moveClock(ms) {
      moved += ms
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await emulator.close()
    },
  }
}

/** The title is one that Chromium is started to share without a question. */
function htmlOf(signalingUrl: string): string {
  return `<!doctype html><html lang="en"><title>Harbor Advisory</title>
<link rel="stylesheet" href="/js/styles.css"><body><div id="app"></div>
<script>window.signalingUrl = ${JSON.stringify(signalingUrl)}</script>
<script type="module" src="/js/page.js"></script>`
}
