const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The room's name for a user: opaque, stable, no e-mail, no name. A UUID says nothing about anybody and
 * stays as it is; every other id could be an address or a name, so a digest of it is used.
 */
export function identityOf(userId: string): string | Promise<string> {
  return UUID.test(userId) ? userId.toLowerCase() : digestOf(userId)
}

async function digestOf(userId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`meetings:${userId}`))
  return Array.from(new Uint8Array(digest).subarray(0, 16), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
