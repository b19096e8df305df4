import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type { TwilioEmulator } from '../src/index.ts'
import { createTwilioEmulator } from '../src/index.ts'
import { SIMULATE_CALLS } from '../src/simulate/simulate-calls.ts'
import { SignalingClient } from './signaling-client.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const folder = mkdtempSync(fileURLToPath(new URL('.readme-', import.meta.url)))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ACCOUNT = 'AC00000000000000000000000000000001'
const KEY = { apiKeySid: 'SK00000000000000000000000000000001', apiKeySecret: 'any secret' }

function snippets(language: string): string[] {
  return [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, name, code]) =>
    name === language && code ? [code] : [],
  )
}

/** What the snippet exports that holds this text. */
async function load<Exports>(text: string): Promise<Exports> {
  const code = snippets('ts').find((snippet) => snippet.includes(text)) ?? ''
  const file = `${folder}/${text.replaceAll(/\W/g, '')}.ts`
  writeFileSync(
    file,
    `${code.replaceAll("'@meetings/twilio-emulator'", "'../../src/index.ts'")}\nexport {}\n`,
  )
  return import(file) as Promise<Exports>
}

async function startAsWritten(): Promise<TwilioEmulator> {
  const emulator = await createTwilioEmulator({
    accountSid: ACCOUNT,
    apiKeys: { [KEY.apiKeySid]: KEY.apiKeySecret },
    roomType: 'group',
  })
  onTestFinished(() => emulator.close())
  return emulator
}

const join = (emulator: TwilioEmulator, identity: string) =>
  SignalingClient.join(emulator, identity, 'standup', { ...KEY, accountSid: ACCOUNT })

describe('the page about the emulator', () => {
  it('starts and closes one', async () => {
    const code = snippets('ts').find((snippet) => snippet.includes('await emulator.close()')) ?? ''
    expect(code).toContain(KEY.apiKeySecret)
    await expect(load('await emulator.close()')).resolves.toBeTruthy()
  })

  it('makes tokens that open the room, and ends it', async () => {
    const emulator = await startAsWritten()
    const { tokenFor, endForAll } = await load<{
      tokenFor(identity: string): string
      endForAll(url: string): Promise<void>
    }>('export function tokenFor')
    const client = await SignalingClient.open(emulator.signalingUrl)
    client.frame({ type: 'hello', version: 2 })
    const participant = { revision: 1, tracks: [] }
    client.say({ type: 'connect', version: 2, name: null, token: tokenFor('alice'), participant })
    expect(await client.hear(() => true)).toMatchObject({ type: 'connected', name: 'standup' })
    await endForAll(emulator.url)
    expect(await client.hear(({ type }) => type === 'disconnected')).toMatchObject({ status: 'completed' })
  })

  it('brings bad luck', async () => {
    const emulator = await startAsWritten()
    const alice = await join(emulator, 'alice')
    const { aBadMeeting } = await load<{ aBadMeeting(emulator: TwilioEmulator): Promise<void> }>(
      'aBadMeeting',
    )
    await aBadMeeting(emulator)
    expect(await alice.client.closed()).toBe(1006)
    expect(emulator.rooms()).toMatchObject([{ name: 'standup', status: 'completed' }])
  })

  it('brings it from elsewhere', async () => {
    const emulator = await startAsWritten()
    const client = await SignalingClient.open(emulator.signalingUrl)
    client.frame({ type: 'hello', version: 2 })
    const { tokenFor } = await load<{ tokenFor(identity: string): string }>('export function tokenFor')
    const transports = { transports: [{ type: 'data-channel' }] }
    client.say({
      type: 'connect',
      token: tokenFor('alice'),
      participant: { revision: 1, tracks: [] },
      media_signaling: { active_speaker: transports, network_quality: transports },
    })
    await client.hear(({ type }) => type === 'connected')
    const { whisper } = await load<{ whisper(url: string): Promise<void> }>('export async function whisper')
    await whisper(emulator.url)
    expect(emulator.rooms()).toMatchObject([
      { dominantSpeaker: 'alice', participants: [{ networkQuality: 1 }] },
    ])
  })

  it('names an address that does what it says', async () => {
    const emulator = await startAsWritten()
    const { client } = await join(emulator, 'alice')
    const curl = snippets('sh').find((snippet) => snippet.startsWith('curl')) ?? ''
    const fields = [...curl.matchAll(/-d (\w+)=(\w+)/g)].map(([, name, value]) => [name ?? '', value ?? ''])
    const path = /127\.0\.0\.1:7337(\S+)/.exec(curl)?.[1]
    const response = await fetch(`${emulator.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${KEY.apiKeySid}:${KEY.apiKeySecret}`)}` },
      body: new URLSearchParams(fields),
    })
    expect(await response.json()).toEqual({ dropped: 1 })
    expect(await client.closed()).toBe(1006)
  })

  it('lists every simulation', async () => {
    const { simulate } = await startAsWritten()
    const listed = Object.keys(simulate).filter((call) => !README.includes(`\`${call}(`))
    expect(listed).toEqual([])
    expect(Object.keys(SIMULATE_CALLS).filter((call) => !Object.hasOwn(simulate, call))).toEqual([])
  })
})
