import { createServer } from 'node:net'
import { expect } from '@playwright/test'
import { test } from './demo-test.ts'
import { startDemo } from './start-demo.ts'

// The last file of its folder: it ends the demo that the others share.

test.setTimeout(6 * 60_000)

test('Ctrl-C ends everything the demo started', async ({ demo }) => {
  test.skip(process.env.DEMO_URL !== undefined, 'Only a demo that the tests started is theirs to end.')
  expect(demo.output()).toContain('Alex Rivera')
  const services = [demo.url, ...(await localServices(demo.url))]
  for (const url of services) expect(await answers(url)).toBe(true)
  await demo.interrupt()
  for (const url of services) expect(await answers(url)).toBe(false)
})

test('a taken port is said in plain words', async () => {
  const blocker = createServer().listen(3212)
  await expect(startDemo({ PORT: '3212' })).rejects.toThrow('Port 3212 is taken by another program.')
  blocker.close()
})

test('half-filled keys are refused, naming what is missing', async () => {
  await expect(startDemo({ TWILIO_ACCOUNT_SID: 'AC0' })).rejects.toThrow(/missing: NEXT_PUBLIC_SUPABASE_URL/)
})

async function localServices(url: string): Promise<string[]> {
  const html = await (await fetch(`${url}/sign-in`)).text()
  const found = new Set(html.match(/(?:http|ws):\/\/127\.0\.0\.1:\d+/g))
  return [...found].map((address) => address.replace(/^ws:/, 'http:'))
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}
