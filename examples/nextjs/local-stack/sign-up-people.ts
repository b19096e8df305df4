import { createClient } from '@supabase/supabase-js'
import type { PeopleIds } from './demo-bookings.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts'
import type { LocalSupabase } from './start-supabase.ts'
import { setAppMetadata } from './supabase-in-process.ts'

/** Signs the demo people up as anybody would, then gives them their organisation and role. */
export async function signUpPeople(supabase: LocalSupabase): Promise<PeopleIds> {
  const ids: Partial<PeopleIds> = {}
  for (const person of DEMO_PEOPLE) {
    const client = createClient(supabase.url, supabase.publishableKey, { auth: { persistSession: false } })
    const { data, error } = await client.auth.signUp({
      email: person.email,
      password: DEMO_PASSWORD,
      options: { data: { full_name: person.name } },
    })
    if (error || !data.user)
      throw new Error(`${person.name} could not sign up: ${error?.message ?? 'no user'}`)
    ids[person.key] = data.user.id
    await setAppMetadata(supabase, data.user.id, {
      role: person.role,
      ...(person.organizationId && { organization_id: person.organizationId }),
    })
  }
  return ids as PeopleIds
}
