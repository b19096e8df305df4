import type { TwilioVideoOptions } from './twilio-video-options.ts'

/** Who we are at Twilio, checked. Secrets inside: it stays in closures and is never printed. */
export interface TwilioAccount {
  accountSid: string
  apiKeySid: string
  apiKeySecret: string
  /** Any of them may have signed a callback. */
  authTokens: readonly string[]
  region: string | undefined
  /** Origin of the REST API, without a slash at the end. */
  restUrl: string
  timeoutMs: number
}

const SID = /^(AC|SK)[0-9a-f]{32}$/i
// They become part of the host that the API key is sent to.
const HOST_PART = /^[a-z0-9-]+$/

/** The account the options describe. Throws a `TypeError` naming the option and its usual environment variable. */
export function checkOptions(options: TwilioVideoOptions): TwilioAccount {
  const { accountSid, apiKeySid, apiKeySecret, authToken, region, edge, baseUrl, timeoutMs = 8000 } = options
  requireSid('accountSid', 'TWILIO_ACCOUNT_SID', accountSid, 'AC')
  requireSid('apiKeySid', 'TWILIO_API_KEY_SID', apiKeySid, 'SK')
  requireSecret('apiKeySecret', 'TWILIO_API_KEY_SECRET', apiKeySecret)
  const authTokens = authToken === undefined ? [] : typeof authToken === 'string' ? [authToken] : authToken
  if (!Array.isArray(authTokens) || (authToken !== undefined && authTokens.length === 0)) {
    throw new TypeError('twilioVideo: authToken must be a text or a list of at least one. Or leave it out.')
  }
  for (const token of authTokens) requireSecret('authToken', 'TWILIO_AUTH_TOKEN', token)
  requireHostPart('region', 'TWILIO_REGION', region)
  requireHostPart('edge', 'TWILIO_EDGE', edge)
  if (!Number.isFinite(timeoutMs) || timeoutMs <= 0) {
    throw new RangeError('twilioVideo: timeoutMs must be a number of milliseconds above 0.')
  }
  const restUrl = baseUrl === undefined ? twilioUrl(region, edge) : plainUrl(baseUrl)
  return { accountSid, apiKeySid, apiKeySecret, authTokens: [...authTokens], region, restUrl, timeoutMs }
}

function requireSid(option: string, variable: string, value: unknown, prefix: string): void {
  if (typeof value !== 'string' || value === '') throw missing(option, variable)
  // A wrong value is never repeated: it could be a secret in the wrong place.
  if (!value.startsWith(prefix)) {
    throw new TypeError(
      `twilioVideo: ${option} (${variable}) must start with ${prefix}; another value was given.`,
    )
  }
}

function requireSecret(option: string, variable: string, value: unknown): void {
  if (typeof value !== 'string' || value.trim() === '') throw missing(option, variable)
  if (SID.test(value)) {
    throw new TypeError(`twilioVideo: ${option} (${variable}) holds a SID. The secret belongs there.`)
  }
}

function requireHostPart(option: string, variable: string, value: unknown): void {
  if (value === undefined || (typeof value === 'string' && HOST_PART.test(value))) return
  throw new TypeError(
    `twilioVideo: ${option} (${variable}) must be a name like "ie1" or "dublin". Or leave it out.`,
  )
}

function missing(option: string, variable: string): TypeError {
  return new TypeError(`twilioVideo: ${option} is missing. It usually comes from ${variable}.`)
}

// The host names that Twilio's own library builds from region and edge.
function twilioUrl(region: string | undefined, edge: string | undefined): string {
  const place = region ?? (edge === undefined ? undefined : 'us1')
  return `https://${['video', edge, place, 'twilio.com'].filter(Boolean).join('.')}`
}

function plainUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '') {
    throw new TypeError(
      'twilioVideo: baseUrl must be an http or https address, without a user and without a query.',
    )
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}
