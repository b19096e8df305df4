import type { Page } from 'playwright'

export type Save = (page: Page, what: string) => Promise<unknown>

const MEETING = 'Consultation'
/** Longer than anything on the screen takes to come to rest. */
const REST_MS = 1_500

export interface CallPeople {
  /** Whose screen is seen. */
  customer: Page
  host: Page
  admin: Page
}

/** A meeting from the lobby to its end, as its customer sees it. */
export async function takeCall({ customer, host, admin }: CallPeople, save: Save): Promise<void> {
  const shown = async (what: string) => {
    // Controls do not stand under the pointer, and no hint hangs on them.
    await customer.mouse.move(0, 0)
    await customer.waitForTimeout(REST_MS)
    await save(customer, what)
  }
  await openLobby(customer)
  await customer.getByRole('group', { name: 'How others will see you' }).locator('video').waitFor()
  await shown('lobby')
  await press(customer, 'Join now')
  await customer
    .getByText(/Waiting for/)
    .first()
    .waitFor()
  await shown('waiting')

  await join(host)
  await others(customer).first().locator('video').waitFor()
  await shown('call')
  await join(admin)
  await others(customer).nth(1).locator('video').waitFor()
  await shown('three')

  await press(host, 'Share screen')
  await customer.getByRole('figure').locator('video').waitFor()
  await shown('screen')
  await press(host, 'Stop sharing')
  await customer.getByRole('figure').waitFor({ state: 'hidden' })

  await press(customer, 'Chat')
  await press(host, 'Chat')
  await write(host, 'Good morning! The plan for the next two years: https://harbor.example/plan')
  await write(customer, 'Thank you, I have read it. Two questions about the second page.')
  await write(host, 'Go ahead.')
  await customer.getByText('Go ahead.', { exact: true }).first().waitFor()
  await shown('chat')
  await press(host, 'Raise hand')
  await customer.getByRole('button', { name: /hands raised: 1/ }).click()
  await shown('people')
  await press(customer, 'Close panel')

  await press(customer, 'More')
  await customer.getByRole('menu').waitFor()
  await shown('menu')
  await customer.keyboard.press('Escape')
  await press(customer, 'Minimise')
  await customer.evaluate(() => window.scrollTo(0, 0))
  await shown('minimised')
  await press(customer, 'Return to call', '[data-meetings-part="mini-call"]')

  await press(host, 'End for everybody')
  await host.getByRole('alertdialog').getByRole('button', { name: 'End for everybody' }).click()
  await customer.getByRole('heading', { name: 'The call has ended' }).waitFor()
  await shown('ended')
}

export async function pressJoin(page: Page): Promise<void> {
  const card = page.locator('[data-meetings-part="booking-card"]', { hasText: MEETING })
  await card.getByRole('button', { name: 'Join Video Call' }).click()
}

export async function openLobby(page: Page): Promise<void> {
  await pressJoin(page)
  await page.getByRole('region', { name: MEETING }).waitFor()
}

async function join(page: Page): Promise<void> {
  await openLobby(page)
  await press(page, 'Join now')
}

export async function press(
  page: Page,
  name: string,
  inside = '[data-meetings-part="video-call"]',
): Promise<void> {
  await page.locator(inside).getByRole('button', { name, exact: true }).first().click()
}

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message to everybody' })
  await field.fill(text)
  await field.press('Enter')
}

const others = (page: Page) => page.locator('[data-meetings-part="tile"]:not([data-local])')
