import { type Action, action, isIn, nothing, type Scene } from '../action.ts'

type Kind = 'audioinput' | 'videoinput'

const plug = (who: Scene['who'], kind: Kind, isIn: boolean) =>
  who.page.evaluate(
    ([device, plugged]) => {
      if (plugged) window.instruments.plugIn(device)
      else window.instruments.unplug(device)
    },
    [kind, isIn] as const,
  )

/** What happens to people. */
export const TROUBLE_ACTIONS: readonly Action[] = [
  action<number>({
    name: 'offline',
    weight: () => 0.35,
    choose: (_, random) => (random.chance(0.2) ? 10_000 : 1_000),
    async perform({ who, site }, ms) {
      await who.context.setOffline(true)
      drop(site, who.identity, ms)
      await who.page.waitForTimeout(ms)
      await who.context.setOffline(false)
    },
  }),
  action<number>({
    name: 'cut the socket',
    weight: (scene) => (isIn(scene) ? 0.3 : 0),
    choose: (_, random) => random.pick([0, 1_000, 4_000]),
    perform: async ({ who, site }, ms) => drop(site, who.identity, ms),
  }),
  action({
    name: 'let the token expire, and cut the socket',
    weight: (scene) => (isIn(scene) ? 0.1 : 0),
    choose: nothing,
    async perform({ who, site }) {
      site.emulator.simulate.expireToken(who.identity)
      drop(site, who.identity, 0)
    },
  }),
  action({
    name: 'restart the room service',
    weight: ({ who }) => (who.key === 'host' ? 0.08 : 0),
    choose: nothing,
    perform: async ({ site }) => site.emulator.simulate.outage({ forMs: 2_000, forget: true }),
  }),
  action<Kind>({
    name: 'unplug',
    weight: ({ sight }) => (sight.unplugged.length === 0 ? 0.25 : 0),
    choose: (_, random) => random.pick(['audioinput', 'videoinput']),
    perform: ({ who }, kind) => plug(who, kind, false),
  }),
  action<Kind[]>({
    name: 'plug in',
    weight: ({ sight }) => (sight.unplugged.length > 0 ? 3 : 0),
    choose: ({ sight }) => sight.unplugged as Kind[],
    async perform({ who }, kinds) {
      for (const kind of kinds) await plug(who, kind, true)
    },
  }),
  action<number>({
    name: 'stand still',
    weight: (scene) => (isIn(scene) ? 0.12 : 0),
    choose: (_, random) => 500 + random.below(3_500),
    async perform({ who: { devtools, page } }, ms) {
      // The debugger holds the page: no script runs, no timer fires, while sockets fill up.
      await devtools.send('Debugger.enable')
      await devtools.send('Debugger.pause')
      await new Promise((resolve) => setTimeout(resolve, ms))
      await devtools.send('Debugger.resume').catch(() => {})
      await devtools.send('Debugger.disable')
      await page.waitForTimeout(0)
    },
  }),
]

function drop({ emulator }: Scene['site'], identity: string, forMs: number): void {
  try {
    emulator.simulate.dropSocket(identity, { forMs })
  } catch {
    // They are in no room now: there is nothing to cut.
  }
}
