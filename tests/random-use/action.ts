import type { Site } from '../meeting-site/start-site.ts'
import type { Random } from '../node/attacks/requests/random.ts'
import type { Participant } from './participant.ts'
import type { Sight } from './sight.ts'

/** Who acts, on what. */
export interface Scene {
  who: Participant
  sight: Sight
  site: Site
  meetingId: string
}

/**
 * Something a person does, or something that happens to them. What is left to chance is decided in `choose`
 * and written down, so that `perform` can be repeated.
 */
export interface Action<Args = unknown> {
  name: string
  /** How likely it is beside the others; 0 while it makes no sense. */
  weight(scene: Scene): number
  choose(scene: Scene, random: Random): Args
  perform(scene: Scene, args: Args): Promise<void>
}

/** Lets a table hold actions whose choices differ; a log gives each action its own again. */
export function action<Args>(definition: Action<Args>): Action {
  return definition as Action
}

/** For what leaves nothing to chance. */
export const nothing = () => null

export const isIn = ({ sight }: Scene): boolean =>
  sight.phase === 'connected' || sight.phase === 'reconnecting'
export const isFull = (scene: Scene): boolean => isIn(scene) && scene.sight.view === 'full'
