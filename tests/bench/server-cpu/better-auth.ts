import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'

const ORIGIN = 'http://localhost'

/** better-auth over its own store in memory, and requests of somebody who is signed in. */
export async function betterAuthSession(): Promise<{
  handler(request: Request): Promise<Response>
  sessionRequest(): Request
}> {
  const auth = betterAuth({
    baseURL: ORIGIN,
    secret: 'a-secret-of-the-benchmark-with-32-characters-and-more',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    logger: { disabled: true },
    telemetry: { enabled: false },
    // It counts by address, and these requests come from none.
    rateLimit: { enabled: false },
  })
  const signedUp = await auth.handler(
    new Request(`${ORIGIN}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN },
      body: JSON.stringify({ name: 'Bench', email: 'bench@example.com', password: 'a-long-password' }),
    }),
  )
  const cookie = signedUp.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const sessionRequest = () => new Request(`${ORIGIN}/api/auth/get-session`, { headers: { cookie } })

  const answer = await (await auth.handler(sessionRequest())).json()
  if (answer?.user?.email !== 'bench@example.com')
    throw new Error('better-auth did not know its own session.')
  return { handler: auth.handler, sessionRequest }
}
