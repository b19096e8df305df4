import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createMeetings } from '@meetings/server'
import { toNodeHandler } from '@meetings/server/node'
import { fakeVideo, memorySchedule, memoryStore } from '@meetings/server/testing'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ensureBrowser } from '../../../scripts/browser/ensure-browser.ts'
import { CHROMIUM_FLAGS } from '../../../scripts/browser/find-browser.ts'

const TYPE = '0d000000-0000-4000-8000-000000000001'
/** Tomorrow at noon UTC: Ben is always there. */
const START = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 43_200_000).toISOString()
const DAY = START.slice(0, 10)

const schedule = memorySchedule({
  store: memoryStore(),
  meetingTypes: [
    {
      ...{ id: TYPE, organizationId: null, name: 'Consultation', description: null, questions: [] },
      ...{ hostMode: 'any', hosts: [{ id: 'ben', name: 'Ben' }], cancellationCutoffMinutes: 0 },
      rules: {
        ...{ durationMinutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
        ...{ minimumNoticeMinutes: 0, furthestDays: 60, dailyMaximum: null },
      },
    },
  ],
  schedules: {
    ben: {
      timeZone: 'UTC',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '23:30' })),
      overrides: [],
      timeOff: [],
    },
  },
})
const meetings = createMeetings({
  store: memoryStore(),
  schedule,
  video: fakeVideo(),
  authenticate: ({ request }) => {
    const id = request.headers.get('authorization')?.replace('Bearer ', '')
    return id ? { user: { id, name: id }, via: 'bearer' } : null
  },
})

let browser: Browser
let origin = ''
let stop = () => {}

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    ...{ bundle: true, format: 'iife', target: 'es2022', write: false },
  })
  const script = outputFiles[0]?.text ?? ''
  const handler = toNodeHandler(meetings)
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) return handler(request, response)
    const isForm = request.url?.startsWith('/form')
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><title>page</title>${isForm ? `<script>${script}</script>` : 'Elsewhere'}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { path } = await ensureBrowser()
  browser = await chromium.launch({
    executablePath: path,
    args: CHROMIUM_FLAGS,
    // Playwright switches off what keeps a left page in memory.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  stop = () => server.close()
})

afterAll(async () => {
  await browser?.close()
  stop()
})

/** Whether somebody else could have the slot now. */
async function isFreeForOthers(): Promise<boolean> {
  const query = new URLSearchParams({ meeting_type_id: TYPE, from: DAY, to: DAY, time_zone: 'UTC' })
  const request = new Request(`${origin}/api/meetings/availability?${query}`, {
    headers: { authorization: 'Bearer eve' },
  })
  const { days } = await (await meetings.fetch(request)).json()
  return days[0].slots.some((slot: { start: string }) => slot.start === START)
}

async function openForm() {
  const page = await browser.newPage()
  await page.goto(`${origin}/form?${new URLSearchParams({ type: TYPE, start: START })}`)
  await page.waitForFunction(() => document.title === 'kept')
  expect(await isFreeForOthers()).toBe(false)
  return page
}

it('gives a held slot back when its tab is closed', async () => {
  const page = await openForm()
  await page.close({ runBeforeUnload: true })
  await vi.waitFor(async () => expect(await isFreeForOthers()).toBe(true), { timeout: 10_000 })
})

it('gives it back when the page is left, and takes it again when somebody comes back', async () => {
  const page = await openForm()
  await page.evaluate(() => Object.assign(window, { wasHereBefore: true }))
  await page.goto(`${origin}/elsewhere`)
  await vi.waitFor(async () => expect(await isFreeForOthers()).toBe(true), { timeout: 10_000 })
  await page.goBack({ waitUntil: 'commit' })
  await vi.waitFor(async () => expect(await isFreeForOthers()).toBe(false), { timeout: 10_000 })
  await page.waitForFunction(() => document.title === 'kept')
  // The page itself, from the browser's memory, not a new one.
  expect(await page.evaluate(() => 'wasHereBefore' in window)).toBe(true)
})
