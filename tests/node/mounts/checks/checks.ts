import { ANSWERS } from './answers.ts'
import { BODIES } from './bodies.ts'
import type { Exchange } from './exchange.ts'
import { GOING_AWAY } from './going-away.ts'
import { PATHS } from './paths.ts'
import { ROUTES } from './routes.ts'
import { WEBHOOK } from './webhook.ts'

/** Every check, by the sentence it proves. */
export const CHECKS = {
  ...ROUTES,
  ...PATHS,
  ...WEBHOOK,
  ...BODIES,
  ...ANSWERS,
  ...GOING_AWAY,
} satisfies Record<string, (exchange: Exchange) => Promise<void>>

export type CheckName = keyof typeof CHECKS
