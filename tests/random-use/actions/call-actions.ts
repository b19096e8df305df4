import { type Action, action, isFull, isIn, nothing, type Scene } from '../action.ts'
import { pickWeighted } from '../pick-weighted.ts'
import type { Control } from '../sight.ts'

/** What leads out of a call, or sends others out, is pressed more rarely than the rest. */
const WEIGHTS: readonly (readonly [weight: number, part: RegExp, name: RegExp])[] = [
  [0.15, /^(leave-button|mini-leave-button)$/, /./],
  [0.15, /./, /^(Leave|Cancel)$/],
  [0.2, /./, /^End for everybody$/],
  [0.3, /^dialog/, /./],
  [0.3, /./, /^Remove/],
  [0.3, /./, /^Refuse/],
  [3, /./, /^(Join|Admit|Let back in|Try again|Use here|Close$)/],
  [2, /^(microphone-button|camera-button|return-button|pin-button|reaction)/, /./],
]

function weightOf({ part, name }: Control): number {
  return WEIGHTS.find(([, parts, names]) => parts.test(part) && names.test(name))?.[0] ?? 1
}

interface Use {
  control: Control
  roll: number
  times: number
}

const press =
  (key: string) =>
  async ({ who }: Scene) =>
    who.page.keyboard.press(key)

/** What can be done with a call by mouse and keyboard. */
export const CALL_ACTIONS: readonly Action[] = [
  action<Use | null>({
    name: 'use',
    weight: ({ sight }) => (sight.controls.length > 0 ? 14 : 0),
    choose({ sight }, random) {
      const control = pickWeighted(sight.controls, weightOf, random)
      return control && { control, roll: random.below(1_000), times: random.chance(0.08) ? 2 : 1 }
    },
    async perform({ who }, use) {
      for (let time = 0; use && time < use.times; time += 1) await who.use(use.control, use.roll + time)
    },
  }),
  action<string>({
    name: 'shortcut',
    weight: (scene) => (isFull(scene) && !scene.sight.hasDialog ? 4 : 0),
    choose: (_, random) => random.pick(['m', 'v', 's', 'h', 'c', 'p', 'l', 'f', 'n', '?']),
    perform: ({ who }, key) => who.page.keyboard.press(key),
  }),
  action<number>({
    name: 'hold the space bar',
    weight: (scene) => (isFull(scene) && !scene.sight.hasDialog ? 1 : 0),
    choose: (_, random) => 50 + random.below(900),
    async perform({ who: { page } }, ms) {
      await page.keyboard.down('Space')
      await page.waitForTimeout(ms)
      await page.keyboard.up('Space')
    },
  }),
  action({
    name: 'Escape',
    weight: ({ sight }) => (sight.view ? 1 : 0),
    choose: nothing,
    perform: press('Escape'),
  }),
  action<{ times: number; back: boolean }>({
    name: 'Tab',
    weight: ({ sight }) => (sight.view ? 1 : 0),
    choose: (_, random) => ({ times: 1 + random.below(6), back: random.chance(0.4) }),
    async perform({ who }, { times, back }) {
      for (let time = 0; time < times; time += 1) await who.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    },
  }),
  action<string>({
    name: 'arrow key',
    weight: (scene) => (isIn(scene) ? 0.7 : 0),
    choose: (_, random) => random.pick(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']),
    perform: ({ who }, key) => who.page.keyboard.press(key),
  }),
  action<{ x: number; y: number }>({
    name: 'drag the small call',
    weight: ({ sight }) => (sight.view === 'minimised' ? 3 : 0),
    choose: (_, random) => ({ x: random.below(1_000), y: random.below(640) }),
    async perform({ who: { page } }, to) {
      const box = await page
        .locator('[data-meetings-part="return-button"]')
        .boundingBox({ timeout: 1_000 })
        .catch(() => null)
      if (!box) return
      await page.mouse.move(box.x + 60, box.y + 40)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 4 })
      await page.mouse.up()
    },
  }),
  action({
    name: 'stop sharing in the browser’s own bar',
    weight: ({ sight }) => (sight.isSharing ? 1 : 0),
    choose: nothing,
    perform: ({ who: { page } }) =>
      page.evaluate(() => {
        for (const track of window.instruments.screens) {
          if (track.readyState === 'ended') continue
          track.stop()
          track.dispatchEvent(new Event('ended'))
        }
      }),
  }),
  action({
    name: 'close the window above the others',
    weight: ({ sight }) => (sight.view === 'window' ? 1 : 0),
    choose: nothing,
    perform: ({ who: { page } }) =>
      page.evaluate(() => void window.documentPictureInPicture?.window?.close()),
  }),
]
