import type { Page } from 'playwright'
import { openLobby, press, pressJoin, type Save } from './take-call.ts'

/** Longer than a check of the connection takes. */
const CHECKED_MS = 60_000
/** Longer than a background takes to be loaded and painted, and anything on the screen to come to rest. */
const PAINTED_MS = 6_000
const REST_MS = 1_500

/** A host who prepares well, and a guest who waits to be let in. */
export async function takeDoor({ guest, host }: { guest: Page; host: Page }, save: Save): Promise<void> {
  const shown = async (page: Page, what: string, restMs = REST_MS) => {
    await page.mouse.move(0, 0)
    await page.waitForTimeout(restMs)
    await save(page, what)
  }
  await openLobby(host)
  await press(host, 'Check connection')
  await host.locator('[data-meetings-part="connection-check-details"]').waitFor({ timeout: CHECKED_MS })
  await shown(host, 'checked')
  await host.getByRole('radio', { name: 'Office' }).check({ force: true })
  await shown(host, 'background', PAINTED_MS)
  await press(host, 'Join now')

  await pressJoin(guest)
  await guest.getByText('will let you in soon').waitFor()
  await shown(guest, 'waiting-room')
  await host.getByRole('button', { name: /waiting: 1/ }).click()
  await host.getByRole('button', { name: 'Admit Lou Berg' }).waitFor()
  await shown(host, 'door')
}
