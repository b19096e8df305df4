/** Every reaction there is. They travel by name, so that no room carries pictures of somebody's choosing. */
export const REACTION_KINDS = [
  'thumbs-up',
  'clap',
  'heart',
  'laugh',
  'surprise',
  'party',
  'thinking',
  'thumbs-down',
] as const

export type ReactionKind = (typeof REACTION_KINDS)[number]
