import { cdp } from 'vitest/browser'

/** What people tell their system once, for every page; whatever is not named is as it was. */
export async function emulateMedia(wishes: {
  'forced-colors'?: 'active'
  'prefers-reduced-motion'?: 'reduce'
}): Promise<void> {
  // What Vitest types as empty is the provider's own session.
  const browser = cdp() as { send(method: string, params?: object): Promise<unknown> }
  const features = ['forced-colors', 'prefers-reduced-motion'] as const
  await browser.send('Emulation.setEmulatedMedia', {
    features: features.map((name) => ({ name, value: wishes[name] ?? '' })),
  })
}
