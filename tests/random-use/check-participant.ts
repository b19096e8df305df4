import type { Participant } from './participant.ts'
import type { Sight } from './sight.ts'

const PHASES = [
  'out',
  'opening',
  'launching',
  'lobby',
  'waiting',
  'turned-away',
  'connecting',
  'connected',
  'reconnecting',
  'ended',
  'failed',
]
/** Phases that lead somewhere by themselves. */
const ON_THE_WAY = ['opening', 'launching', 'connecting', 'reconnecting']
/** A network that is gone for ten seconds, twice, and every try to come back. In milliseconds. */
const ON_THE_WAY_AT_MOST_MS = 120_000
/** Screens change and parts load in less. In milliseconds. */
const SETTLED_WITHIN_MS = 6_000
const LOOK_EVERY_MS = 100

/** Checks, after each thing somebody did, what must always be true of their page. */
export function createParticipantCheck(who: Participant): () => Promise<void> {
  let phase = 'out'
  let since = Date.now()

  return async () => {
    const sight = await settled(who)
    const wrong = wrongIn(sight)
    if (wrong) throw new Error(`${who.name}: ${wrong} (${inWords(sight)})`)
    if (sight.phase !== phase) since = Date.now()
    phase = sight.phase
    if (ON_THE_WAY.includes(phase) && Date.now() - since > ON_THE_WAY_AT_MOST_MS)
      throw new Error(`${who.name}: has been ${phase} for ${Math.round((Date.now() - since) / 1000)} s`)
    const [problem] = who.watch.problems
    if (problem !== undefined) throw new Error(`${who.name}: ${problem}`)
  }
}

/** Looks until nothing is wrong, or it has been for too long. */
async function settled(who: Participant): Promise<Sight> {
  const giveUp = Date.now() + SETTLED_WITHIN_MS
  for (;;) {
    const sight = await lookPatiently(who)
    if (!wrongIn(sight) || Date.now() > giveUp) return sight
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** A page that is being loaded anew cannot be looked at for a moment. */
export async function lookPatiently(who: Participant): Promise<Sight> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await who.look()
    } catch (error) {
      if (tries > 50) throw error
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }
}

function wrongIn({ phase, view, focus, tracks, hasDialog, controls }: Sight): string | null {
  if (!PHASES.includes(phase)) return 'is in a phase nobody knows'
  if (phase === 'out' && tracks > 0) return `has ${tracks} live tracks without a call`
  if ((phase === 'ended' || phase === 'failed' || phase === 'turned-away') && tracks > 0)
    return `has ${tracks} live tracks although the call is over`
  if (view === 'full' && focus === 'nothing') return 'has lost the focus'
  // The buttons of a question may have to be scrolled to, in a small window.
  if (view !== null && controls.length === 0 && !hasDialog)
    return 'has a call in which nothing can be pressed'
  return null
}

function inWords({ phase, view, focus, tracks, hasDialog, hasPanel, controls }: Sight): string {
  return JSON.stringify({
    phase,
    view,
    focus,
    tracks,
    hasDialog,
    hasPanel,
    controls: controls.map(({ name }) => name),
  })
}
