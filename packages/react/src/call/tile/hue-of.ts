/** A hue from 0 to 359 for an identity: the same person has the same colour in every call. */
export function hueOf(identity: string): number {
  let sum = 0
  for (const letter of identity) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  // The golden angle spreads identities that differ little far apart.
  return Math.round((sum * 137.508) % 360) % 360
}
