import 'server-only'

/** Reads a setting the app cannot run without; the message names what to set. */
function required(name: string): string {
  // Through a variable name, so that the build does not freeze NEXT_PUBLIC_ values into the bundle.
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. See .env.example, or start the app with "pnpm demo".`)
  return value
}

export interface LocalStackInfo {
  signalingUrl: string
  twilioUrl: string
  password: string
  people: { id: string; key: string; name: string; email: string; part: string }[]
}

/** What the local stack says about itself; null when the app runs on real services. */
export function localStack(): LocalStackInfo | null {
  const json = process.env.LOCAL_STACK
  return json ? (JSON.parse(json) as LocalStackInfo) : null
}

/** For the server only. */
export function serverConfig() {
  return {
    supabaseUrl: required('NEXT_PUBLIC_SUPABASE_URL'),
    supabaseKey: required('NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY'),
    supabaseSecretKey: required('SUPABASE_SECRET_KEY'),
    /** Guests are known by their address. On the local stack every address is one of the demo's. */
    emailsAreConfirmed: localStack() !== null || process.env.EMAILS_ARE_CONFIRMED === 'true',
    twilio: {
      accountSid: required('TWILIO_ACCOUNT_SID'),
      apiKeySid: required('TWILIO_API_KEY_SID'),
      apiKeySecret: required('TWILIO_API_KEY_SECRET'),
      authToken: process.env.TWILIO_AUTH_TOKEN,
      baseUrl: localStack()?.twilioUrl,
    },
    /** Where Twilio reaches this app. Without it, a browser that crashes is noticed only when the meeting is over. */
    publicUrl: process.env.PUBLIC_URL,
  }
}

/** What the browser may know. Handed over as props by the root layout. */
export interface BrowserConfig {
  supabaseUrl: string
  supabaseKey: string
  /** Where the browser finds the room service, when that is not Twilio's own cloud. */
  signalingUrl: string | null
  /** One-click sign-in, on the local stack only. */
  demo: { password: string; people: { name: string; email: string; part: string }[] } | null
}

export function browserConfig(): BrowserConfig {
  const local = localStack()
  return {
    supabaseUrl: required('NEXT_PUBLIC_SUPABASE_URL'),
    supabaseKey: required('NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY'),
    signalingUrl: local?.signalingUrl ?? null,
    demo: local && {
      password: local.password,
      people: local.people.map(({ name, email, part }) => ({ name, email, part })),
    },
  }
}
