/** The keys of the real services. All of them, or none: then the local stack takes their place. */
export const SERVICE_VARIABLES = [
  'NEXT_PUBLIC_SUPABASE_URL',
  'NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY',
  'SUPABASE_SECRET_KEY',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_API_KEY_SID',
  'TWILIO_API_KEY_SECRET',
] as const

export type Services = { use: 'real' } | { use: 'local' } | { use: 'incomplete'; missing: string[] }

/** Which services an environment asks for. A half-filled one is a mistake, never a silent fallback. */
export function readServices(env: Record<string, string | undefined>): Services {
  const missing = SERVICE_VARIABLES.filter((name) => !env[name])
  if (missing.length === 0) return { use: 'real' }
  if (missing.length === SERVICE_VARIABLES.length) return { use: 'local' }
  return { use: 'incomplete', missing }
}
