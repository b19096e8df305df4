import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MeetingsHooks } from '@meetings/server'
import { afterAll, describe, expect, it } from 'vitest'
import { world } from '../../packages/server/test/world.ts'
import { ROOT, snippetsOf } from './docs/snippets.ts'

const folder = mkdtempSync(join(ROOT, 'packages/server/test/.readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The page's own code; only what it says is yours comes from here. */
async function hooksOfPage(hasPaid: boolean): Promise<MeetingsHooks> {
  const snippet = snippetsOf('packages/server/README.md').find(({ file }) => file === 'hooks.ts')
  const file = join(folder, `${hasPaid}.ts`)
  const own = `async function hasPaid(_bookingId: string): Promise<boolean> { return ${hasPaid} }`
  writeFileSync(file, String(snippet?.code).replace(/^declare function hasPaid.*$/m, own))
  const { hooks } = (await import(pathToFileURL(file).href)) as { hooks: MeetingsHooks }
  return hooks
}

describe('the page on hooks', () => {
  it('keeps a customer out who has not paid, in its own words, and nobody else', async () => {
    const { post } = world({ hooks: await hooksOfPage(false) })
    const response = await post('/launch-video')
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { code: 'HOST_REFUSED', error: 'Please pay the invoice first.', details: { reason: 'unpaid' } },
    ])
    expect((await post('/launch-video', 'host')).status).toBe(200)
  })

  it('lets a customer in who has paid', async () => {
    const { post } = world({ hooks: await hooksOfPage(true) })
    expect((await post('/launch-video')).status).toBe(200)
  })
})
