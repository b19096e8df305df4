/** A key nobody else makes. `randomUUID` is missing on pages without https, such as a demo in the local network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
