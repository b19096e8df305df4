import { MeetingsError } from '../../errors/meetings-error.ts'
import type { NewsRequest } from '../../ports/video-provider.ts'

type Parameters = Record<string, string | string[]>
type ValidateRequest = typeof import('twilio/lib/webhooks/webhooks.js').validateRequest

/**
 * Passes when one of the auth tokens signed the request for one of its addresses, by Twilio's own check, which
 * compares in constant time and tries each address with and without a port (so the port is not told apart).
 * Throws `CONFIG_INVALID` or `WEBHOOK_SIGNATURE_INVALID`.
 */
export async function checkSignature(
  authTokens: readonly string[],
  { urls, headers }: NewsRequest,
  parameters: Parameters,
): Promise<void> {
  if (authTokens.length === 0) {
    throw new MeetingsError('CONFIG_INVALID', {
      cause: new Error(
        'Nothing checks the signature of status callbacks: give authToken (TWILIO_AUTH_TOKEN) to twilioVideo.',
      ),
    })
  }
  const signature = headers.get('x-twilio-signature')
  if (!signature) throw forged('The request has no X-Twilio-Signature header: it does not come from Twilio.')
  const validateRequest = await loadValidateRequest()
  const isGenuine = authTokens.some((token) =>
    urls.some((url) => URL.canParse(url) && validateRequest(token, signature, url, parameters)),
  )
  if (isGenuine) return
  throw forged(
    `The signature fits none of: ${urls.map(withoutQuery).join(', ')}. When Twilio knows this server under ` +
      'another address, set publicUrl; when the auth token was changed, update TWILIO_AUTH_TOKEN.',
  )
}

function forged(why: string): MeetingsError {
  return new MeetingsError('WEBHOOK_SIGNATURE_INVALID', { cause: new Error(why) })
}

// An address can hold a password, and its query anything.
function withoutQuery(url: string): string {
  if (!URL.canParse(url)) return 'an address that is none'
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

let loading: Promise<ValidateRequest> | undefined

/** Twilio's check, loaded when the first callback arrives; apart from the rest of the library, which is large. */
function loadValidateRequest(): Promise<ValidateRequest> {
  loading ??= import('twilio/lib/webhooks/webhooks.js').then((webhooks) => webhooks.validateRequest)
  return loading
}
