import { createHash, timingSafeEqual } from 'node:crypto'

export interface BasicAuthRules {
  accountSid: string
  apiKeys: Readonly<Record<string, string>>
  authToken: string | null
}

/** Whether an `Authorization` header holds an API key and its secret, or the account and its auth token. */
export function isAuthorized(header: string | undefined, rules: BasicAuthRules): boolean {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1]
  if (!encoded) return false
  const credentials = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = credentials.indexOf(':')
  const user = credentials.slice(0, Math.max(0, colon))
  const secret = Object.hasOwn(rules.apiKeys, user)
    ? rules.apiKeys[user]
    : user === rules.accountSid && rules.authToken
  return Boolean(secret) && isSame(credentials.slice(colon + 1), String(secret))
}

// Compared as digests, which have one length, so that the time taken says nothing.
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
