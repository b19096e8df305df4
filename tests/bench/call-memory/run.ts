// Joins and leaves again and again in one page: what grows with each call is lost for good. Counted after a collection
// of garbage, and from the 20th call on: the browser lets go of a call's connections some seconds late.
import type { CDPSession, Page } from 'playwright'
import { join, withCallSite } from '../call-site/with-call-site.ts'

const WARM_UP = 20
const CALLS = WARM_UP + 50

interface Counts {
  nodes: number
  listeners: number
  documents: number
  sockets: number
  tracks: number
  peerConnections: number
}

await withCallSite(async ({ open }) => {
  const { page, context } = await open('ours')
  await page.addInitScript(countResources)
  await page.reload()
  const cdp = await context.newCDPSession(page)
  let warm: Counts | null = null
  for (let call = 1; call <= CALLS; call++) {
    await page.evaluate(() => {
      window.firstFrame = undefined
    })
    await join(page)
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByRole('dialog', { name: /Video call/ }).waitFor({ state: 'detached' })
    if (call === WARM_UP) warm = await count(page, cdp)
  }
  const end = await count(page, cdp)
  if (warm === null) throw new Error('Nothing was counted.')
  for (const key of Object.keys(end) as (keyof Counts)[]) {
    const grown = end[key] - warm[key]
    // A number that grows with each call grows by at least one per call.
    const isLeak = grown >= (CALLS - WARM_UP) / 2
    console.log(
      `${key}: ${warm[key]} after ${WARM_UP} calls, ${end[key]} after ${CALLS}${isLeak ? ' LEAK' : ''}`,
    )
    if (isLeak) process.exitCode = 1
  }
})

async function count(page: Page, cdp: CDPSession): Promise<Counts> {
  // What a closed call still has under way (its goodbye to the server, timers of the SDK) ends within this.
  await page.waitForTimeout(2_000)
  await cdp.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners: listeners, documents } = await cdp.send('Memory.getDOMCounters')
  return { nodes, listeners, documents, ...(await page.evaluate(() => window.countOpen())) }
}

declare global {
  interface Window {
    countOpen(): Pick<Counts, 'sockets' | 'tracks' | 'peerConnections'>
  }
}

/** Runs in the page before anything else: remembers what is opened, to count what is open still. */
function countResources(): void {
  // Weakly: what is held here would hold the call that listens to it.
  const sockets: WeakRef<WebSocket>[] = []
  const tracks: WeakRef<MediaStreamTrack>[] = []
  const connections: WeakRef<RTCPeerConnection>[] = []
  // The SDK looks at the prototypes: the classes must stay what they are.
  window.WebSocket = new Proxy(WebSocket, {
    construct(target, given: ConstructorParameters<typeof WebSocket>) {
      const socket = new target(...given)
      sockets.push(new WeakRef(socket))
      return socket
    },
  })
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, given: ConstructorParameters<typeof RTCPeerConnection>) {
      const connection = new target(...given)
      connections.push(new WeakRef(connection))
      return connection
    },
  })
  const { mediaDevices } = navigator
  const capture = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await capture(constraints)
    tracks.push(...stream.getTracks().map((track) => new WeakRef(track)))
    return stream
  }
  const count = <T extends object>(all: readonly WeakRef<T>[], isOpen: (one: T) => boolean) =>
    all.filter((ref) => {
      const one = ref.deref()
      return one !== undefined && isOpen(one)
    }).length
  window.countOpen = () => ({
    sockets: count(sockets, ({ readyState }) => readyState <= WebSocket.OPEN),
    tracks: count(tracks, ({ readyState }) => readyState === 'live'),
    peerConnections: count(connections, ({ connectionState }) => connectionState !== 'closed'),
  })
}
