import { MeetingsError, type VideoProvider } from '@meetings/server'
import { fakeVideo } from '@meetings/server/testing'
import { AUTH_TOKEN } from './auth-token.ts'

/** For runtimes where Twilio's library does not run: Twilio's signature, checked with what every runtime has. */
export const webCryptoVideo: VideoProvider = {
  ...fakeVideo(),
  async readNews({ urls, headers, fields }) {
    const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).flat()
    const expected = await Promise.all(urls.map((url) => sign(url + sorted.join(''))))
    if (expected.includes(headers.get('x-twilio-signature') ?? '')) return null
    throw new MeetingsError('WEBHOOK_SIGNATURE_INVALID')
  },
}

async function sign(text: string): Promise<string> {
  const bytes = (value: string) => new TextEncoder().encode(value)
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', bytes(AUTH_TOKEN), algorithm, false, ['sign'])
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(text)))))
}
