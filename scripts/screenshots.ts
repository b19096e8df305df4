// Takes the pictures of the documentation from the running demo, at two widths, light and dark. Everything is
// real but the faces: a painted person stands in for each camera. Usage: pnpm demo, then pnpm screenshots [URL]
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright'
import { ensureBrowser } from './browser/ensure-browser.ts'
import { CHROMIUM_FLAGS } from './browser/find-browser.ts'
import { takeAvailability, takeBooking } from './screenshots/take-booking.ts'
import { openLobby, takeCall } from './screenshots/take-call.ts'
import { openCrowd } from './screenshots/take-crowd.ts'
import { takeDoor } from './screenshots/take-door.ts'

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
] as const
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
  await resetBookings()
  const alex = await signIn(browser, 'Alex Rivera', place, scheme, 'alex')
  await save(alex, 'list')
  await takeBooking(alex, save)
  const availability = await signIn(browser, 'Sam Okafor', place, scheme, null)
  await takeAvailability(availability, save)
  await availability.context().close()

  const sam = await signIn(browser, 'Sam Okafor', PLACES[0], scheme, 'sam o')
  const dana = await signIn(browser, 'Dana Lindqvist', PLACES[0], scheme, 'mei')
  await takeCall({ customer: alex, host: sam, admin: dana }, save)
  await Promise.all([alex, sam, dana].map((page) => page.context().close()))

  await resetBookings()
  const host = await signIn(browser, 'Sam Okafor', place, scheme, 'sam o')
  const lou = await signIn(browser, 'Lou Berg', place, scheme, 'lou')
  await takeDoor({ guest: lou, host }, save)
  await Promise.all([host, lou].map((page) => page.context().close()))

  await resetBookings()
  const refused = await signIn(browser, 'Alex Rivera', place, scheme, null)
  await openLobby(refused)
  await refused.waitForTimeout(2_500)
  await save(refused, 'no-camera')
  await refused.context().close()

  const crowd = await newPage(browser, place, scheme)
  await openCrowd(crowd)
  await crowd.waitForTimeout(2_500)
  await save(crowd, 'nine')
  await crowd.context().close()
}

async function newPage(
  browser: Browser,
  viewport: (typeof PLACES)[number],
  colorScheme: (typeof SCHEMES)[number],
): Promise<Page> {
  return (await browser.newContext({ viewport, colorScheme, locale: 'en-US' })).newPage()
}

/** @param face which painted person the camera sees; `null`: camera and microphone are refused */
async function signIn(
  browser: Browser,
  name: string,
  viewport: (typeof PLACES)[number],
  colorScheme: (typeof SCHEMES)[number],
  face: string | null,
): Promise<Page> {
  const page = await newPage(browser, viewport, colorScheme)
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

/** Around this moment, whatever the pictures before did to them. */
async function resetBookings(): Promise<void> {
  const answer = await fetch(`${URL_OF_DEMO}/api/demo/reset`, { method: 'POST' })
  if (!answer.ok) throw new Error(`The demo at ${URL_OF_DEMO} could not be reset: ${answer.status}.`)
}

async function bundlePaintedCamera(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createCameraPicture, createScreenPicture } from './packages/react/src/room/fake/painted-picture.ts'
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
        const take = (stream, picture) => (picture.watch(), stream.addTrack(picture.track), stream)
        navigator.mediaDevices.getDisplayMedia = async () => take(new MediaStream(), createScreenPicture())
        window.useFace = (seed) => {
          navigator.mediaDevices.getUserMedia = async (asked) => {
            const stream = asked.audio ? await real({ audio: asked.audio }) : new MediaStream()
            return asked.video ? take(stream, createCameraPicture(seed)) : stream
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
