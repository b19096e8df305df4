import 'server-only'
import { createMeetings } from '@meetings/server'
import { supabaseAuth, supabaseSchedule, supabaseStore } from '@meetings/server/supabase'
import { twilioVideo } from '@meetings/server/twilio'
import { createClient } from '@supabase/supabase-js'
import { serverConfig } from './server-config.ts'

type Meetings = ReturnType<typeof build>

let meetings: Meetings | null = null

/** The meetings of this app: who people are, where bookings live, who gives out rooms. Built on first use. */
export function getMeetings(): Meetings {
  meetings ??= build()
  return meetings
}

function build() {
  const config = serverConfig()
  const supabase = createClient(config.supabaseUrl, config.supabaseSecretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  })
  return createMeetings({
    authenticate: supabaseAuth({
      url: config.supabaseUrl,
      key: config.supabaseKey,
      emailsAreConfirmed: config.emailsAreConfirmed,
    }),
    store: supabaseStore({ client: supabase }),
    schedule: supabaseSchedule({ client: supabase }),
    video: twilioVideo(config.twilio),
    waitingRoom: 'guests',
    // Rooms are made when a meeting begins, so that Twilio tells us who is lost on the way.
    ...(config.publicUrl ? { publicUrl: config.publicUrl, rooms: {} } : {}),
  })
}
