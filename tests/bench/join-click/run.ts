// Join click to first remote frame: our package against a bare script that awaits each step, on the same
// emulator, in one run, turn by turn. Prints the medians and their ratio, on this machine's loopback (where
// only computing takes time) and with the latency of a good home connection on every answer of the site.
import { type CallSite, join, type Kind, withCallSite } from '../call-site/with-call-site.ts'
import { median } from '../median.ts'

const ROUNDS = 20
const NETWORKS = [
  { name: 'loopback', latency: 0, limit: 1.0 },
  { name: 'with 25 ms to the site', latency: 25, limit: 0.9 },
]

await withCallSite(async (callSite) => {
  for (const { name, latency, limit } of NETWORKS) {
    callSite.site.setLatency(latency)
    const { ours, bare } = await compare(callSite)
    const ratio = ours / bare
    console.log(`${name}, medians of ${ROUNDS}: ours ${ours.toFixed(0)} ms, bare ${bare.toFixed(0)} ms`)
    console.log(`  ratio ${ratio.toFixed(2)} (at most ${limit.toFixed(1)})`)
    if (ratio > limit) process.exitCode = 1
  }
})

async function compare(callSite: CallSite): Promise<Record<Kind, number>> {
  const times: Record<Kind, number[]> = { ours: [], bare: [] }
  for (let round = 0; round < ROUNDS; round++) {
    // The order changes from round to round, so that neither always runs on a warmer machine.
    for (const kind of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      const { page, context } = await callSite.open(kind)
      times[kind].push(await join(page))
      await context.close()
    }
  }
  return { ours: median(times.ours), bare: median(times.bare) }
}
