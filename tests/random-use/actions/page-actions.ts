import { type Action, action, isIn, nothing, type Scene } from '../action.ts'

const SIZES = [
  { width: 1000, height: 640 },
  { width: 390, height: 700 },
  { width: 640, height: 360 },
  { width: 320, height: 568 },
] as const

const isOut = ({ sight }: Scene) => sight.phase === 'out'

/** What is done around a call: in the page and with the window. */
export const PAGE_ACTIONS: readonly Action[] = [
  action({
    name: 'join',
    weight: (scene) => (isOut(scene) && scene.sight.path === '/' ? 6 : 0),
    choose: nothing,
    async perform({ who: { page }, meetingId }) {
      const card = page.locator(`[data-booking-id="${meetingId}"]`)
      await card
        .getByRole('button', { name: 'Join Video Call' })
        .click({ timeout: 2_500 })
        .catch(() => {})
    },
  }),
  action<string>({
    name: 'go to another page',
    weight: (scene) =>
      isOut(scene) ? (scene.sight.path === '/' ? 0.5 : 8) : scene.sight.view === 'minimised' ? 2 : 0,
    choose: ({ sight }, random) =>
      isOut({ sight } as Scene) && sight.path !== '/' ? '/' : random.pick(['/', '/notes', '/help']),
    async perform({ who: { page } }, path) {
      await page
        .locator(`nav a[href="${path}"]`)
        .click({ timeout: 1_500 })
        .catch(() => {})
    },
  }),
  action<'back' | 'forward'>({
    name: 'history',
    weight: ({ sight }) => (sight.view ? 0.3 : 0),
    choose: (_, random) => random.pick(['back', 'forward']),
    async perform({ who: { page } }, way) {
      // Never out of the app: that is what the reload below is for.
      await page.evaluate((to) => {
        history.pushState(null, '', location.pathname)
        history[to]()
      }, way)
    },
  }),
  action<(typeof SIZES)[number]>({
    name: 'resize',
    weight: () => 0.7,
    choose: (_, random) => random.pick(SIZES),
    perform: ({ who }, size) => who.page.setViewportSize(size),
  }),
  action({
    name: 'reload',
    weight: (scene) => (isIn(scene) ? 0.15 : 0.2),
    choose: nothing,
    async perform({ who: { page } }) {
      await page.reload({ waitUntil: 'domcontentloaded' })
    },
  }),
  action<number>({
    name: 'wait',
    weight: () => 1,
    choose: (_, random) => 100 + random.below(1_500),
    perform: ({ who }, ms) => who.page.waitForTimeout(ms),
  }),
]
