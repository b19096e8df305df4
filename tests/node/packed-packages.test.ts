import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// What npm would deliver, used by a program that knows nothing of this repository.
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const consumer = mkdtempSync(join(ROOT, 'tests/node/.packed-'))
const PACKAGES = ['react', 'server'] as const

beforeAll(() => {
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }')
  for (const name of PACKAGES) unpack(name)
}, 60_000)
afterAll(() => rmSync(consumer, { recursive: true, force: true }))

describe('the packed packages', () => {
  it.each(PACKAGES)('hold no source, no tests and no private package: %s', (name) => {
    const files = readdirSync(join(consumer, 'node_modules/@meetings', name), {
      recursive: true,
      encoding: 'utf8',
    })
    expect(files.filter((file) => /(^|\/)src\/|\.test\.|\.stories\./.test(file))).toEqual([])
    const code = files.filter((file) => /\.(js|d\.ts)$/.test(file))
    const leaks = code.filter((file) =>
      readFileSync(join(consumer, 'node_modules/@meetings', name, file), 'utf8').includes(
        '@meetings/contract',
      ),
    )
    expect(leaks).toEqual([])
  })

  it.each(PACKAGES)('can be imported in plain Node, every entry of %s', (name) => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'))
    const locales = readdirSync(join(ROOT, 'packages/react/src/i18n/locales')).map((file) =>
      file.replace('.ts', ''),
    )
    const entries = Object.keys(exports)
      // Stylesheets, and what a browser loads by its address.
      .filter((entry) => !/\.(css|json)$|^\.\/background\//.test(entry))
      .flatMap((entry) =>
        entry.includes('*') ? locales.map((locale) => entry.replace('*', locale)) : [entry],
      )
      .map((entry) => `@meetings/${name}${entry.slice(1)}`)
    expect(entries.length).toBeGreaterThan(2)
    const imports = entries.map((entry) => `await import(${JSON.stringify(entry)})`).join('\n')
    expect(runNode(`${imports}\nconsole.log('imported')`)).toBe('imported')
  })

  it('hold the page that an answer names', () => {
    const docs = runNode(`
      import { createMeetings } from '@meetings/server'
      import { fakeVideo, memoryStore } from '@meetings/server/testing'
      const { fetch } = createMeetings({ store: memoryStore(), video: fakeVideo(), authenticate: () => null })
      const answer = await fetch(new Request('https://example.com/api/meetings/bookings'))
      console.log((await answer.json()).docs)`)
    const path = docs.replace('https://unpkg.com/@meetings/server/', '')
    const page = join(consumer, 'node_modules/@meetings/server', path)
    expect(readFileSync(page, 'utf8')).toMatch(/^# UNAUTHENTICATED\n/)
  })

  it('renders every public component on a server', () => {
    const rendered = runNode(`
      import { createElement } from 'react'
      import { renderToString } from 'react-dom/server'
      import * as meetings from '@meetings/react'
      const components = Object.keys(meetings).filter((name) => /^[A-Z][a-z]/.test(name))
      const { MeetingProvider } = meetings
      const props = ${JSON.stringify(PROPS)}
      const names = []
      for (const name of components) {
        const element = createElement(meetings[name], props[name])
        renderToString(createElement(MeetingProvider, { getAccessToken: async () => null }, element))
        names.push(name)
      }
      console.log(names.join(' '))`)
    expect(rendered.split(' ')).toEqual(
      expect.arrayContaining(['ManagedVideoCall', 'MeetingProvider', 'MyBookingsList']),
    )
  })
})

/** Components that need something to show. */
const PROPS = {
  BookingCard: {
    booking: {
      id: '6b0f6d7e-6f0e-4f4a-8f4e-0f3f0f6d7e6f',
      organizationId: null,
      meetingTypeId: null,
      meetingTypeName: 'Consultation',
      hostId: 'host',
      hostName: 'Sam',
      customerId: 'customer',
      customerName: 'Alex',
      customerEmail: null,
      startTime: '2026-11-22T14:00:00.000Z',
      endTime: '2026-11-22T14:30:00.000Z',
      status: 'confirmed',
      viewerRole: 'customer',
      joinWindow: { opensAt: '2026-11-22T13:45:00.000Z', closesAt: '2026-11-22T14:30:00.000Z' },
      metadata: {},
    },
  },
}

function unpack(name: (typeof PACKAGES)[number]): void {
  const source = join(ROOT, 'packages', name)
  execFileSync('pnpm', ['pack', '--pack-destination', consumer], { cwd: source, stdio: 'pipe' })
  const tarball = readdirSync(consumer).find((file) => file.startsWith(`meetings-${name}-`)) ?? ''
  const target = join(consumer, 'node_modules/@meetings', name)
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', join(consumer, tarball), '-C', target, '--strip-components=1'])
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
  for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) {
    const link = join(consumer, 'node_modules', dependency)
    mkdirSync(dirname(link), { recursive: true })
    try {
      symlinkSync(join(source, 'node_modules', dependency), link)
    } catch (error) {
      // Both packages may depend on the same one.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function runNode(code: string): string {
  const file = join(consumer, 'program.js')
  writeFileSync(file, code)
  return execFileSync(process.execPath, [file], { encoding: 'utf8', stdio: 'pipe' }).trim()
}
