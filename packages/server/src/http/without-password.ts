/** An address may hold what Twilio signs in with: that is not for everybody who reads the address. */
export function withoutPassword(address: string): string {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}
