// How much JavaScript a page has loaded when the first remote frame shows, twilio-video included, React left
// out (every host has it); and how much more there is for the first use of everything else.
import { gzipSync } from 'node:zlib'
import { join, withCallSite } from '../call-site/with-call-site.ts'

const FRAME_LIMIT_KB = 160
const LATER_LIMIT_KB = 75
/** Twilio's painter of backgrounds and what asks it: for who chooses one, with a model of megabytes behind it. */
const PAINTER = /load-background/

await withCallSite(async ({ site, open }) => {
  const { page, context } = await open('ours')
  const loaded = new Set<string>()
  page.on('request', (request) => loaded.add(new URL(request.url()).pathname))
  await page.reload()
  await join(page)
  const byFrame = [...loaded]
  await context.close()

  const kilobytes = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + gzipSync(site.scripts.get(path)?.contents ?? '').length, 0) / 1000
  const scripts = [...site.scripts].filter(([, { isReact }]) => !isReact)
  const atFrame = kilobytes(scripts.flatMap(([path]) => (byFrame.includes(path) ? [path] : [])))
  const rest = scripts.flatMap(([path, { isOfCall }]) => (isOfCall && !byFrame.includes(path) ? [path] : []))
  const later = kilobytes(rest.filter((path) => !PAINTER.test(path)))
  const painter = kilobytes(rest.filter((path) => PAINTER.test(path)))

  console.log(`until the first remote frame: ${atFrame.toFixed(1)} kB gzip (at most ${FRAME_LIMIT_KB})`)
  console.log(`on first use of the rest of the call: ${later.toFixed(1)} kB gzip (at most ${LATER_LIMIT_KB})`)
  console.log(`on the first choice of a background: ${painter.toFixed(1)} kB gzip of code`)
  if (atFrame > FRAME_LIMIT_KB || later > LATER_LIMIT_KB) process.exitCode = 1
})
