import type { Viewer } from '../ports/booking-store.ts'
import type { FunctionArgument } from './call-function.ts'

/** Arguments of the migration's functions, by the type that Postgres reads them as. */
export function uuid(name: string, value: string | null): FunctionArgument {
  return { name, type: 'uuid', value }
}

export function text(name: string, value: string | null): FunctionArgument {
  return { name, type: 'text', value }
}

export function time(name: string, value: Date): FunctionArgument {
  return { name, type: 'timestamptz', value: value.toISOString() }
}

/** `more` joins the viewer: what some functions need to know besides. */
export function asViewer(
  { userId, verifiedEmail, name, adminOf }: Viewer,
  more: Readonly<Record<string, unknown>> = {},
): FunctionArgument {
  const value = {
    userId,
    email: verifiedEmail,
    name,
    adminOfOrganization: adminOf !== null && adminOf !== 'any' ? adminOf.organizationId : null,
    adminOfAny: adminOf === 'any',
    ...more,
  }
  return { name: 'p_viewer', type: 'jsonb', value }
}
