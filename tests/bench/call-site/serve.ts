import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMeetings } from '@meetings/server'
import { toNodeHandler } from '@meetings/server/node'
import { memoryStore } from '@meetings/server/testing'
import { twilioVideo } from '@meetings/server/twilio'
import { createTwilioEmulator } from '@meetings/twilio-emulator'
import { bundlePages, type Script } from './bundle-pages.ts'

export interface BenchSite {
  url: string
  /** Its scripts by path. */
  scripts: ReadonlyMap<string, Script>
  /** Every answer of the site comes this much later, as over a network. Milliseconds; 0 at first. */
  setLatency(ms: number): void
  close(): Promise<void>
}

const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'bench-secret',
}
const BOOKING_ID = '6b0f6d7e-6f0e-4f4a-8f4e-0f3f0f6d7e6f'

/** One origin with three pages (ours, bare, peer), the handlers over a memory store, and the emulator beside it. */
export async function serveBenchSite(): Promise<BenchSite> {
  const emulator = await createTwilioEmulator({
    accountSid: ACCOUNT.accountSid,
    apiKeys: { [ACCOUNT.apiKeySid]: ACCOUNT.apiKeySecret },
  })
  const meetings = createMeetings({
    store: memoryStore({ bookings: [booking()] }),
    video: twilioVideo(ACCOUNT),
    // Whoever a page says it is: people are not what is measured here.
    // One person joins far more often here than people do.
    rateLimit: false,
    authenticate: async ({ request }) => {
      const id = request.headers.get('authorization')?.replace('Bearer ', '')
      return id ? { user: { id, name: id }, via: 'bearer' } : null
    },
  })
  const handle = toNodeHandler(meetings)
  const scripts = await bundlePages()

  let latency = 0
  const server = createServer(async (request, response) => {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
    const path = new URL(request.url ?? '/', 'http://bench').pathname
    if (path.startsWith('/api/meetings')) return handle(request, response)
    const script = scripts.get(path)
    if (script) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script.contents)
    const page = path.slice(1)
    response.writeHead(200, { 'content-type': 'text/html' }).end(htmlOf(page, emulator.signalingUrl))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    scripts,
    setLatency(ms) {
      latency = ms
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await emulator.close()
    },
  }
}

function htmlOf(page: string, signalingUrl: string): string {
  return `<!doctype html><title>${page}</title><body><div id="app"></div>
<script>window.bench = ${JSON.stringify({ signalingUrl, bookingId: BOOKING_ID })}</script>
<script type="module" src="/js/${page}.js"></script>`
}

function booking() {
  const now = Date.now()
  return {
    id: BOOKING_ID,
    organizationId: null,
    meetingTypeId: null,
    meetingTypeName: 'Benchmark',
    hostId: 'host',
    hostName: 'Host',
    customerId: 'customer',
    customerName: 'Customer',
    customerEmail: null,
    startTime: new Date(now).toISOString(),
    endTime: new Date(now + 3_600_000).toISOString(),
    status: 'confirmed' as const,
    metadata: {},
  }
}
