// Join click to first remote frame: our package against a bare script that awaits each step, on the same
// emulator, in one run, turn by turn. Prints the medians and their ratio, on this machine's loopback (where
// only computing takes time) and with the latency of a good home connection on every answer of the site.
import { chromium } from 'playwright'
import { ensureBrowser } from '../../../scripts/browser/ensure-browser.ts'
import { CHROMIUM_FLAGS } from '../../../scripts/browser/find-browser.ts'
import { serveBenchSite } from './serve.ts'

const ROUNDS = 20
const LIMIT = 1.0
const HAND_MS = 150
const NETWORKS = [
  { name: 'loopback', latency: 0 },
  { name: 'with 25 ms to the site', latency: 25 },
]

const site = await serveBenchSite()
const { path } = await ensureBrowser()
const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS })
try {
  const host = await browser.newPage()
  await host.goto(`${site.url}/peer`)
  await host.waitForFunction(() => document.title === 'peer is in')
  for (const { name, latency } of NETWORKS) {
    site.setLatency(latency)
    const { ours, bare } = await compare()
    const ratio = ours / bare
    console.log(`${name}, medians of ${ROUNDS}: ours ${ours.toFixed(0)} ms, bare ${bare.toFixed(0)} ms`)
    console.log(`  ratio ${ratio.toFixed(2)} (at most ${LIMIT.toFixed(1)})`)
    if (ratio > LIMIT) process.exitCode = 1
  }
} finally {
  await browser.close()
  await site.close()
}

async function compare(): Promise<{ ours: number; bare: number }> {
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  for (let round = 0; round < ROUNDS; round++) {
    // The order changes from round to round, so that neither always runs on a warmer machine.
    for (const kind of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      times[kind].push(await measure(kind))
    }
  }
  return { ours: median(times.ours), bare: median(times.bare) }
}

async function measure(kind: 'ours' | 'bare'): Promise<number> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  const page = await context.newPage()
  await page.goto(`${site.url}/${kind}`)
  const join = page.getByRole('button', { name: 'Join Video Call' })
  // A hand takes its time between reaching a button and pressing it; the measure starts at the press.
  await join.hover()
  await page.waitForTimeout(HAND_MS)
  await join.click()
  const handle = await page.waitForFunction(() => window.firstFrame, undefined, { timeout: 30_000 })
  const ms = (await handle.jsonValue()) as number
  await context.close()
  return ms
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  )
}
