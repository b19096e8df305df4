import type { Site } from '../meeting-site/start-site.ts'
import { lookPatiently } from './check-participant.ts'
import type { Participant } from './participant.ts'
import type { PersonSight, Sight } from './sight.ts'

const TOGETHER_WITHIN_MS = 75_000
const LOOK_EVERY_MS = 200

export interface Together {
  /** How long it took until everybody saw the same, in milliseconds. */
  afterMs: number
  /** How many were in the call. */
  inside: number
}

/**
 * Nobody does anything any more: everybody who is in must come to see the same meeting. Who is there, who is
 * muted, whose camera is on, whose hand is up, whose screen is shown.
 */
export async function comeTogether(people: readonly Participant[], site: Site): Promise<Together> {
  site.emulator.simulate.clear()
  await Promise.all(people.map(calmDown))
  const began = Date.now()
  for (;;) {
    const { differences, inside } = await compare(people)
    if (differences.length === 0) return { afterMs: Date.now() - began, inside }
    if (Date.now() - began > TOGETHER_WITHIN_MS)
      throw new Error(`They do not see the same meeting:\n${differences.join('\n')}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** Online, every device plugged in, at a window in which everything has room, with the call over the page. */
async function calmDown(who: Participant): Promise<void> {
  await who.page.setViewportSize({ width: 1000, height: 640 })
  await who.page.evaluate(() => {
    for (const kind of window.instruments.unplugged) window.instruments.plugIn(kind)
    if (document.fullscreenElement) void document.exitFullscreen()
    window.documentPictureInPicture?.window?.close()
  })
  for (let tries = 0; tries < 20; tries += 1) {
    const { view, hasDialog, hasPanel, controls } = await lookPatiently(who)
    const back = controls.find(({ part }) => part === 'return-button')
    if (view === 'minimised' && back) await who.use(back, 0)
    else if (hasDialog || hasPanel) await who.page.keyboard.press('Escape')
    else if (view !== 'window') return
    await who.page.waitForTimeout(LOOK_EVERY_MS)
  }
}

async function compare(people: readonly Participant[]): Promise<{ differences: string[]; inside: number }> {
  const sights = await Promise.all(people.map(lookPatiently))
  const seen = people.map((who, index) => ({ who, sight: sights[index] as Sight }))
  const onTheWay = seen.filter(({ sight: { phase } }) =>
    /^(opening|launching|connecting|reconnecting)$/.test(phase),
  )
  if (onTheWay.length > 0) {
    const differences = onTheWay.map(({ who, sight }) => `${who.name} is ${sight.phase}`)
    return { differences, inside: 0 }
  }

  const inside = seen.filter(({ sight }) => sight.phase === 'connected')
  const differences = inside.flatMap(({ who, sight }) => {
    const others = inside.filter((other) => other.who !== who)
    const names = others.map((other) => other.who.name).sort()
    const shown = Object.keys(sight.people)
      .filter((name) => name !== 'You')
      .sort()
    if (names.join() !== shown.join()) return [`${who.name} sees [${shown}], and [${names}] are in`]
    return others.flatMap((other) => {
      const own = ownIn(other.sight)
      const theirs = sight.people[other.who.name] as PersonSight
      const differs = (Object.keys(own) as (keyof typeof own)[]).filter((sign) => own[sign] !== theirs[sign])
      const screen = `Screen of ${other.who.name}`
      const isScreenWrong = sight.screens.includes(screen) !== other.sight.isSharing
      // One screen has room on the stage: of several people's, any.
      const areSeveral = others.filter((one) => one.sight.isSharing).length > 1
      return [
        ...differs.map(
          (sign) => `${who.name} sees ${sign} ${theirs[sign]} of ${other.who.name}, who has ${own[sign]}`,
        ),
        ...(isScreenWrong && !areSeveral
          ? [`${who.name} sees ${screen}: ${sight.screens.includes(screen)}`]
          : []),
      ]
    })
  })
  return { differences, inside: inside.length }
}

/** What somebody's own buttons say of them. */
function ownIn({ controls }: Sight): PersonSight {
  const has = (name: string) => controls.some((control) => control.name === name)
  return {
    isMuted: !has('Mute'),
    hasCamera: has('Turn camera off'),
    hasHandUp: has('Lower hand'),
    isAway: false,
  }
}
