import { createClient } from '@supabase/supabase-js'
import { localStack, serverConfig } from '../../../../config/server-config.ts'
import { type PeopleIds, seedDemoBookings } from '../../../../local-stack/demo-bookings.ts'

/** Sets the demo's bookings around the present moment again. Exists on the local stack only. */
export async function POST(): Promise<Response> {
  const local = localStack()
  if (!local) return Response.json({ error: 'Not found' }, { status: 404 })
  const { supabaseUrl, supabaseSecretKey } = serverConfig()
  const supabase = createClient(supabaseUrl, supabaseSecretKey, { auth: { persistSession: false } })
  const people = Object.fromEntries(local.people.map(({ key, id }) => [key, id])) as PeopleIds
  await seedDemoBookings(supabase, people, new Date())
  return new Response(null, { status: 204 })
}
