import { randomBytes, randomUUID } from 'node:crypto'

type SidPrefix = 'RM' | 'PA' | 'MT'

/** The port to randomness: names for new things. */
export interface Ids {
  /** A Twilio SID: the prefix and 32 hexadecimal digits. */
  sid(prefix: SidPrefix): string
  /** A version 4 UUID, for links and for sessions (which must not be guessable). */
  uuid(): string
}

export const randomIds: Ids = {
  sid: (prefix) => prefix + randomBytes(16).toString('hex'),
  uuid: () => randomUUID(),
}
