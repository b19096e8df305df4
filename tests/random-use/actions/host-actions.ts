import { PEOPLE, type PersonKey } from '../../meeting-site/people.ts'
import { type Action, action, isFull, type Scene } from '../action.ts'

/** What a host does takes several presses: each is one here, so that it happens often enough. */
export const HOST_ACTIONS: readonly Action[] = [
  action<PersonKey>({
    name: 'remove',
    weight: (scene) => (isHostIn(scene) ? 0.3 : 0),
    choose: (_, random) => random.pick(['customer', 'guest']),
    async perform(scene, key) {
      const { name } = PEOPLE[key]
      await inPeoplePanel(scene, [`Actions for ${name}`, `Remove ${name}`, 'Remove'])
    },
  }),
  action<PersonKey>({
    name: 'mute or ask to unmute',
    weight: (scene) => (isHostIn(scene) ? 0.6 : 0),
    choose: (_, random) => random.pick(['customer', 'guest']),
    async perform(scene, key) {
      const { name } = PEOPLE[key]
      await inPeoplePanel(scene, [
        `Actions for ${name}`,
        new RegExp(`^(Mute ${name}|Ask ${name} to unmute)$`),
      ])
    },
  }),
  action({
    name: 'let everybody in',
    weight: (scene) => (isHostIn(scene) ? 2 : 0),
    choose: () => null,
    perform: (scene) => inPeoplePanel(scene, [/^(Admit .*|Let back in: .*)$/]),
  }),
  action({
    name: 'lock or unlock',
    weight: (scene) => (isHostIn(scene) ? 0.4 : 0),
    choose: () => null,
    perform: (scene) => inPeoplePanel(scene, [/^Lock the meeting/]),
  }),
]

const isHostIn = (scene: Scene) => scene.who.key === 'host' && isFull(scene) && !scene.sight.hasDialog

/** Opens the list of people where it is not open, then presses what has these names, one after the other. */
export async function inPeoplePanel({ who }: Scene, names: readonly (string | RegExp)[]): Promise<void> {
  if ((await who.page.locator('[data-panel="people"]').count()) === 0)
    await pressWhatIs(who, /^People, in the call/)
  for (const name of names) if (!(await pressWhatIs(who, name))) return
}

/** Waits a little for it: panels and answers take their time. */
async function pressWhatIs(who: Scene['who'], name: string | RegExp): Promise<boolean> {
  for (let tries = 0; tries < 8; tries += 1) {
    const { controls } = await who.look()
    const control = controls.find((one) =>
      typeof name === 'string' ? one.name === name : name.test(one.name),
    )
    if (control && (await who.use(control, 0))) return true
    await who.page.waitForTimeout(100)
  }
  return false
}
