import { createHmac } from 'node:crypto'

/**
 * Twilio's `X-Twilio-Signature`: HMAC-SHA1, under the auth token, of the address followed by all form fields,
 * sorted by name, without separators; in base64.
 */
export function signRequest(
  authToken: string,
  url: string,
  fields: Readonly<Record<string, string>>,
): string {
  const text = Object.keys(fields)
    .sort()
    .reduce((all, name) => all + name + fields[name], url)
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64')
}
