import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  type WebSocketRoute,
} from '@playwright/test'

/** 320x240 at 10 frames: four people's pictures must not be what is tested. */
const SMALL_CAMERA = `
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = (asked) =>
    real({ ...asked, ...(asked.video ? { video: { width: 320, height: 240, frameRate: 10 } } : {}) })
`

/** Somebody at their own browser window, signed in to the demo. */
export interface Person {
  page: Page
  context: BrowserContext
  /** The page of the list. */
  card(title: string): Locator
  call: Locator
  /** Every request this window made to the meetings' routes, by path. */
  asked(route: string): number
  /** How often this window opened a connection to the room service. */
  signalingSockets(): number
  /** Breaks that connection off. */
  cutSocket(): Promise<void>
  /** What the database says, asked as this person (row-level security lets people read their own). */
  bookingStatus(bookingId: string): Promise<string | null>
  accessToken(): Promise<string>
}

export async function signIn(browser: Browser, url: string, name: string): Promise<Person> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(SMALL_CAMERA)

  const sockets: WebSocketRoute[] = []
  await page.routeWebSocket(/\/signaling/, (socket) => {
    socket.connectToServer()
    sockets.push(socket)
  })
  const routes: string[] = []
  let database = { url: '', key: '' }
  page.on('request', (request) => {
    const { pathname, origin } = new URL(request.url())
    if (pathname.startsWith('/api/meetings/')) routes.push(pathname.slice('/api/meetings/'.length))
    const key = request.headers().apikey
    if (key) database = { url: origin, key }
  })

  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await expect(page.getByRole('heading', { name: 'My Meetings', level: 1 })).toBeVisible()

  let token: string | null = null
  const readToken = () =>
    page.evaluate(() => {
      const stored = Object.keys(localStorage).find((key) => key.endsWith('-auth-token')) ?? ''
      return String(JSON.parse(localStorage.getItem(stored) ?? '{}').access_token)
    })
  // Read once: it is still asked for when the page is gone.
  const accessToken = async () => {
    token ??= await readToken()
    return token
  }
  return {
    page,
    context,
    card: (title) => page.locator('[data-meetings-part="booking-card"]', { hasText: title }),
    call: page.getByRole('dialog', { name: /Video call/ }),
    asked: (route) => routes.filter((asked) => asked === route).length,
    signalingSockets: () => sockets.length,
    cutSocket: () => sockets.at(-1)?.close({ code: 1001, reason: 'cut by the test' }) ?? Promise.resolve(),
    accessToken,
    async bookingStatus(bookingId) {
      const answer = await fetch(`${database.url}/rest/v1/bookings?id=eq.${bookingId}&select=status`, {
        headers: { apikey: database.key, authorization: `Bearer ${await accessToken()}` },
      })
      const rows = (await answer.json()) as { status: string }[]
      return rows[0]?.status ?? null
    },
  }
}

/** Waits until this video shows a picture that moves. */
export async function expectMovingPicture(video: Locator): Promise<void> {
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth), { timeout: 30_000 })
    .toBeGreaterThan(0)
  const before = await video.evaluate((element: HTMLVideoElement) => element.currentTime)
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime), { timeout: 30_000 })
    .toBeGreaterThan(before)
}

/** Moves this window's clock and tells the page, as waking from sleep does. */
export async function moveClock(page: Page, ms: number): Promise<void> {
  await page.evaluate((shift) => {
    const real = Date.now.bind(Date)
    Date.now = () => real() + shift
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('focus'))
  }, ms)
}
