import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  type WebSocketRoute,
} from '@playwright/test'

/**
 * 320x240 at 10 frames: four people's pictures must not be what is tested. And every track that this page
 * takes from a device, or clones, is kept, so that it can be asked whether it is still live.
 */
const SMALL_CAMERA = `
  const tracks = (window.takenTracks = [])
  const taken = (stream) => (tracks.push(...stream.getTracks()), stream)
  const devices = navigator.mediaDevices
  const camera = devices.getUserMedia.bind(devices)
  const screen = devices.getDisplayMedia.bind(devices)
  const clone = MediaStreamTrack.prototype.clone
  devices.getUserMedia = (asked) =>
    camera({ ...asked, ...(asked.video ? { video: { width: 320, height: 240, frameRate: 10 } } : {}) }).then(taken)
  devices.getDisplayMedia = (asked) => screen(asked).then(taken)
  MediaStreamTrack.prototype.clone = function () {
    const copy = clone.call(this)
    tracks.push(copy)
    return copy
  }
`

/** Somebody at their own browser window, signed in to the demo. */
export interface Person {
  page: Page
  context: BrowserContext
  /** The page of the list. */
  card(title: string): Locator
  call: Locator
  /** Somebody else in the call. */
  tile(name: string): Locator
  /** Every request this window made to the meetings' routes, by path. */
  asked(route: string): number
  /** How often this window opened a connection to the room service. */
  signalingSockets(): number
  /** Breaks that connection off. */
  cutSocket(): Promise<void>
  /** The tracks of devices and screens, clones included, that were taken in this page and are still live. */
  liveTracks(): Promise<number>
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

  const call = page.getByRole('dialog', { name: /Video call/ })
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
    call,
    tile: (other) => call.locator('[data-meetings-part="tile"]:not([data-local])', { hasText: other }),
    asked: (route) => routes.filter((asked) => asked === route).length,
    signalingSockets: () => sockets.length,
    cutSocket: () => sockets.at(-1)?.close({ code: 1001, reason: 'cut by the test' }) ?? Promise.resolve(),
    liveTracks: () =>
      page.evaluate(() => {
        const { takenTracks } = window as unknown as { takenTracks: MediaStreamTrack[] }
        return takenTracks.filter((track) => track.readyState === 'live').length
      }),
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

/** From the card of a meeting into its lobby. */
export async function openLobby(person: Person, meeting: string): Promise<void> {
  await person.card(meeting).getByRole('button', { name: 'Join Video Call' }).click()
  await expect(person.call.getByRole('region', { name: meeting })).toBeVisible()
}

/** Through the lobby as it stands, into the call. */
export async function passLobby({ call }: Person): Promise<void> {
  await call.getByRole('button', { name: 'Join now' }).click()
  await expect(call.getByRole('group', { name: 'Call controls' })).toBeVisible()
}

/** From the card of a meeting into its call. */
export async function join(person: Person, meeting: string): Promise<void> {
  await openLobby(person, meeting)
  await passLobby(person)
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
