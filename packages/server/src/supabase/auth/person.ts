import type { MeetingsUser } from '../../meetings-user.ts'
import type { Account } from './auth-server.ts'

/** A name is shown to others, and people choose their own. */
const MAX_NAME_LENGTH = 200

/** Somebody whose token was verified. */
export interface Person {
  id: string
  email: string | null
  /** `null` where it cannot be told: a token does not say. */
  emailConfirmed: boolean | null
  isAnonymous: boolean
  appMetadata: Record<string, unknown>
  userMetadata: Record<string, unknown>
}

/** The person a verified token speaks of. */
export function personOfClaims(claims: Readonly<Record<string, unknown>>): Person {
  return {
    id: String(claims.sub),
    email: text(claims.email),
    emailConfirmed: null,
    isAnonymous: claims.is_anonymous === true,
    appMetadata: record(claims.app_metadata),
    userMetadata: record(claims.user_metadata),
  }
}

/** The person as Supabase has them now, which can be newer than their token. */
export function personOfAccount(account: Account): Person {
  return {
    id: account.id,
    email: text(account.email),
    emailConfirmed: typeof account.email_confirmed_at === 'string',
    isAnonymous: account.is_anonymous === true,
    appMetadata: account.app_metadata ?? {},
    userMetadata: account.user_metadata ?? {},
  }
}

/** What the handlers know about a person. Nothing that decides comes from `user_metadata`: people write it themselves. */
export function userOf(person: Person, emailsAreConfirmed: boolean): MeetingsUser {
  const { id, email, emailConfirmed, appMetadata, userMetadata } = person
  const name = text(userMetadata.full_name) ?? text(userMetadata.name)
  const role = text(appMetadata.role)
  return {
    id,
    ...(email === null ? {} : { email, emailVerified: emailsAreConfirmed && emailConfirmed !== false }),
    ...(name === null ? {} : { name: Array.from(name).slice(0, MAX_NAME_LENGTH).join('') }),
    ...(role === null ? {} : { role }),
    organizationId: text(appMetadata.organization_id),
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
