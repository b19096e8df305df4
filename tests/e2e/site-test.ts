import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import type { PersonKey } from '../meeting-site/people.ts'
import { type Site, startSite } from '../meeting-site/start-site.ts'

/** A test that has the small site to itself. */
export const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see the pattern
  site: async ({}, use) => {
    const site = await startSite()
    await use(site)
    await site.close()
  },
})

export async function openSite(context: BrowserContext, site: Site, key: PersonKey): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1000, height: 640 })
  await page.goto(`${site.url}/?as=${key}`)
  return page
}

/** From the card of the first meeting into its call. */
export async function joinFirst(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join Video Call' }).first().click()
  await press(page, 'Join now')
  await expect(controls(page)).toBeVisible()
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

export const controls = (page: Page): Locator => page.getByRole('group', { name: 'Call controls' })

/** Somebody else in the call. */
export const tile = (page: Page, name: string): Locator =>
  page.locator('[data-meetings-part="tile"]:not([data-local])', { hasText: name })
