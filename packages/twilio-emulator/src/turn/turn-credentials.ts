import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const REALM = 'twilio-emulator'
const CREDENTIAL_LIFE_MS = 24 * 60 * 60_000
const NONCE_LIFE_MS = 60 * 60_000

/** Who may use the relay, and for how long. Nothing is remembered: everything can be computed again. */
export interface TurnCredentials {
  /** A name and a password that are good for a day, as Twilio's are. */
  mint(): { username: string; credential: string }
  /** What messages of this name are signed with; null when the name is too old, or says no time. */
  keyOf(username: string): Buffer | null
  /** Something to sign along, good for an hour: a message that is played back later is worth nothing. */
  nonce(): string
  isFresh(nonce: string): boolean
}

/**
 * @param secret known to nobody else
 * @param newId makes texts that do not come twice
 * @param now milliseconds since the epoch
 */
export function createTurnCredentials(
  secret: string,
  newId: () => string,
  now: () => number,
): TurnCredentials {
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('base64')
  const until = (life: number) => String(now() + life)
  const passwordOf = (username: string) => digest(`password ${username}`)
  const isOver = (until: string) => !(Number(until) > now())

  return {
    mint() {
      const username = `${until(CREDENTIAL_LIFE_MS)}:${newId()}`
      return { username, credential: passwordOf(username) }
    },
    keyOf(username) {
      // Whoever changes the time in a name does not know its password any more.
      if (isOver(username.split(':')[0] ?? '')) return null
      return createHash('md5')
        .update(`${username}:${REALM}:${passwordOf(username)}`)
        .digest()
    },
    nonce() {
      const end = until(NONCE_LIFE_MS)
      return `${end}:${digest(`nonce ${end}`)}`
    },
    isFresh(nonce) {
      const [end = '', check = ''] = nonce.split(':')
      return isSame(check, digest(`nonce ${end}`)) && !isOver(end)
    },
  }
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
