import { randomBytes } from 'node:crypto'
import { createTwilioEmulator } from '@meetings/twilio-emulator'
import { createClient } from '@supabase/supabase-js'
import getPort, { portNumbers } from 'get-port'
import { seedDemoBookings } from './demo-bookings.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts'
import { seedDemoSchedule } from './demo-schedule.ts'
import { signUpPeople } from './sign-up-people.ts'
import { startSupabase } from './start-supabase.ts'

export interface LocalStack {
  /** What the app reads instead of real keys. */
  env: Record<string, string>
  /** A page that shows the rooms and brings bad luck to them. */
  inspectorUrl: string
  close(): Promise<void>
}

/**
 * Supabase and Twilio Video on this machine, with people and bookings in them. All keys are made up at each start.
 * `appUrl` is where the app will be: the room service sends its news there.
 */
export async function startLocalStack(appUrl: string): Promise<LocalStack> {
  const supabasePort = await getPort({ port: portNumbers(54321, 54330), host: '127.0.0.1' })
  const twilioPort = await getPort({ port: portNumbers(54331, 54340), host: '127.0.0.1' })
  const account = {
    sid: `AC${hex(16)}`,
    apiKeySid: `SK${hex(16)}`,
    apiKeySecret: hex(16),
    authToken: hex(16),
  }
  const names = new Map<string, string>()
  const [supabase, twilio] = await Promise.all([
    startSupabase({ port: supabasePort, migrations: migrationsOfMeetings() }),
    createTwilioEmulator({
      port: twilioPort,
      accountSid: account.sid,
      apiKeys: { [account.apiKeySid]: account.apiKeySecret },
      authToken: account.authToken,
      // As most Twilio accounts have them: who speaks and how good a connection is are told in these only.
      roomType: 'group',
      nameOf: (identity) => names.get(identity),
    }),
  ])
  const people = await signUpPeople(supabase)
  for (const { key, name } of DEMO_PEOPLE) names.set(people[key], name)
  const service = createClient(supabase.url, supabase.secretKey, { auth: { persistSession: false } })
  await seedDemoSchedule(service, people)
  await seedDemoBookings(service, people, new Date())

  return {
    env: {
      NEXT_PUBLIC_SUPABASE_URL: supabase.url,
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
      SUPABASE_SECRET_KEY: supabase.secretKey,
      TWILIO_ACCOUNT_SID: account.sid,
      TWILIO_API_KEY_SID: account.apiKeySid,
      TWILIO_API_KEY_SECRET: account.apiKeySecret,
      TWILIO_AUTH_TOKEN: account.authToken,
      PUBLIC_URL: appUrl,
      LOCAL_STACK: JSON.stringify({
        signalingUrl: twilio.signalingUrl,
        twilioUrl: twilio.url,
        password: DEMO_PASSWORD,
        people: DEMO_PEOPLE.map(({ key, name, email, part }) => ({
          id: people[key],
          key,
          name,
          email,
          part,
        })),
      }),
    },
    inspectorUrl: twilio.inspectorUrl,
    async close() {
      await Promise.all([supabase.close(), twilio.close()])
    },
  }
}

/** The migrations ship with the package, as they do for every user of it. */
function migrationsOfMeetings(): URL[] {
  const root = import.meta.resolve('@meetings/server/package.json')
  return ['0001_meetings.sql', '0002_scheduling.sql'].map((name) => new URL(`./migrations/${name}`, root))
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}
