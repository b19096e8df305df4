import { cdp } from 'vitest/browser'

/** What the person would click beside the address of the page. Takes effect at once, on open tracks too. */
export async function setPermission(
  name: 'camera' | 'microphone',
  setting: 'granted' | 'denied' | 'prompt',
): Promise<void> {
  // What Vitest types as empty is the provider's own session.
  const browser = cdp() as { send(method: string, params?: object): Promise<unknown> }
  const found = (await browser.send('Target.getTargetInfo')) as { targetInfo: { browserContextId: string } }
  const { browserContextId } = found.targetInfo
  await browser.send('Browser.setPermission', {
    ...{ permission: { name }, setting, origin: location.origin, browserContextId },
  })
}
