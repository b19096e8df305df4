import { type Browser, expect, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS } from '../../scripts/browser/find-browser.ts'
import { expectMovingPicture } from './person.ts'
import { controls, joinFirst, openSite, press, test as siteTest, tile } from './site-test.ts'

/** A browser of the test's own, started without some of the usual flags, and with others. */
type Launch = (flags: { without?: readonly string[]; also?: readonly string[] }) => Promise<Browser>

const test = siteTest.extend<{ launch: Launch }>({
  launch: async ({ playwright }, use) => {
    const started: Browser[] = []
    await use(async ({ without = [], also = [] }) => {
      const usual = CHROMIUM_FLAGS.filter((flag) => !without.includes(flag))
      const browser = await playwright.chromium.launch({ args: [...usual, ...also] })
      started.push(browser)
      return browser
    })
    for (const browser of started) await browser.close()
  },
})

test('who allows no devices and has pressed nothing hears the call after one press', async ({
  context,
  launch,
  site,
}) => {
  const bookingId = site.addMeeting()
  await joinFirst(await openSite(context, site, 'host'))

  // Chromium plays sound without a press where a microphone is on.
  const strict = await launch({
    without: ['--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream'],
  })
  const page = await (await strict.newContext({ permissions: [] })).newPage()
  await page.addInitScript(TELL_OF_PLAYING)
  // Whatever Playwright looks up in a page counts as a press: nothing is, until the sound was held back.
  const heldBack = page.waitForEvent('console', (message) => message.text() === 'audio: NotAllowedError')
  await page.goto(`${site.url}/?as=customer&call=${bookingId}`)
  await heldBack

  await expect(page.getByText('Your browser is holding back the sound of this call.')).toBeVisible()
  expect(await soundsPlaying(page)).toEqual([false])
  await press(page, 'Turn sound on')
  await expect.poll(() => soundsPlaying(page)).toEqual([true])
  await expect(page.getByRole('button', { name: 'Turn sound on' })).toBeHidden()
})

test('on a page without https the lobby says why nobody is seen, and one can still watch', async ({
  context,
  launch,
  site,
}) => {
  site.addMeeting()
  await joinFirst(await openSite(context, site, 'host'))
  const elsewhere = await launch({ also: ['--host-resolver-rules=MAP harbor.test 127.0.0.1'] })
  const page = await elsewhere.newPage({ permissions: [] })
  await page.goto(`${site.url.replace('127.0.0.1', 'harbor.test')}/?as=customer`)

  await press(page, 'Join Video Call')
  await expect(
    page.getByText(
      'Microphone and camera work only on a secure page. Open this page with https at the start of its address.',
    ),
  ).toBeVisible()
  await press(page, 'Join muted with camera off')
  await expect(controls(page)).toBeVisible()
  await expectMovingPicture(tile(page, 'Sam Okafor').locator('video'))
})

const TELL_OF_PLAYING = `
  const play = HTMLMediaElement.prototype.play
  HTMLMediaElement.prototype.play = function () {
    const playing = play.call(this)
    playing.catch((error) => console.info(this.localName + ': ' + error.name))
    return playing
  }
`

const soundsPlaying = (page: Page) =>
  page.locator('audio').evaluateAll((sounds: HTMLAudioElement[]) => sounds.map(({ paused }) => !paused))
