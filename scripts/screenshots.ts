// Takes the pictures of the documentation from the running demo, at two widths, light and dark. Everything is
// real but the faces: a painted person stands in for each camera. Usage: pnpm demo, then pnpm screenshots [URL]
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright'
import { ensureBrowser } from './browser/ensure-browser.ts'
import { CHROMIUM_FLAGS } from './browser/find-browser.ts'
import { takeAvailability, takeBooking } from './screenshots/take-booking.ts'

const URL_OF_DEMO = process.argv[2] ?? 'http://localhost:3000'
const FOLDER = 'test-results/screenshots'
/** The ones that the documentation shows; the others are for looking at. */
const SHOWN_IN = 'docs/images'
const SHOWN = [
  'call-1280-light',
  'list-1280-light',
  'minimised-1280-light',
  'call-390-dark',
  'list-390-dark',
  'no-camera-390-dark',
]
const PLACES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]
const SCHEMES = ['light', 'dark'] as const

const { path } = await ensureBrowser()
const paintedCamera = await bundlePaintedCamera()
const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS })
try {
  for (const place of PLACES) {
    for (const scheme of SCHEMES) await takeAll(browser, place, scheme)
  }
} finally {
  await browser.close()
}

async function takeAll(browser: Browser, place: (typeof PLACES)[number], scheme: (typeof SCHEMES)[number]) {
  const save = (page: Page, what: string) => {
    const name = `${what}-${place.width}-${scheme}`
    return page.screenshot({
      // As things are when they have come to rest.
      animations: 'disabled',
      path: `${SHOWN.includes(name) ? SHOWN_IN : FOLDER}/${name}.png`,
    })
  }
  const alex = await signIn(browser, 'Alex Rivera', place, scheme, 'alex')
  await alex.getByText('Set them around now').click()
  await alex.waitForTimeout(1_000)
  await alex.evaluate(() => window.scrollTo(0, 0))
  await save(alex, 'list')
  await takeBooking(alex, save)
  const sam = await signIn(browser, 'Sam Okafor', place, scheme, 'sam o')
  await takeAvailability(sam, save)
  await sam.getByRole('link', { name: 'My Meetings' }).click()
  await join(alex)
  await alex
    .getByText(/Waiting for/)
    .first()
    .waitFor()
  await save(alex, 'waiting')
  await join(sam)
  await alex.locator('[data-meetings-part="tile"]:not([data-local]) video').waitFor()
  await alex.waitForTimeout(1_500)
  await save(alex, 'call')
  await alex.getByRole('button', { name: 'Minimise' }).click()
  await alex.waitForTimeout(800)
  await save(alex, 'minimised')
  await Promise.all([alex.context().close(), sam.context().close()])

  const refused = await signIn(browser, 'Alex Rivera', place, scheme, null)
  await join(refused)
  await refused.getByRole('dialog').waitFor()
  await refused.waitForTimeout(2_500)
  await save(refused, 'no-camera')
  await refused.context().close()
}

/** @param face which painted person the camera sees; `null`: camera and microphone are refused */
async function signIn(
  browser: Browser,
  name: string,
  viewport: (typeof PLACES)[number],
  colorScheme: (typeof SCHEMES)[number],
  face: string | null,
): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'en-US' })
  const page = await context.newPage()
  await page.addInitScript(
    face === null
      ? `navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError') }`
      : `${paintedCamera};useFace("${face}")`,
  )
  await page.goto(`${URL_OF_DEMO}/sign-in`)
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.locator('[data-booking-id]').first().waitFor()
  return page
}

async function join(page: Page): Promise<void> {
  const card = page.locator('[data-meetings-part="booking-card"]', { hasText: 'Consultation' })
  await card.getByRole('button', { name: 'Join Video Call' }).click()
}

async function bundlePaintedCamera(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createCameraPicture } from './packages/react/src/room/fake/painted-picture.ts'
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
        window.useFace = (seed) => {
          navigator.mediaDevices.getUserMedia = async (asked) => {
            const stream = asked.audio ? await real({ audio: asked.audio }) : new MediaStream()
            if (asked.video) {
              const picture = createCameraPicture(seed)
              picture.watch()
              stream.addTrack(picture.track)
            }
            return stream
          }
        }`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
