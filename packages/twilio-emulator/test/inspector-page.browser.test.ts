import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { ParticipantInspection, RoomInspection } from '../src/inspector/inspect-rooms.ts'
import { INSPECTOR_PAGE } from '../src/inspector/page/inspector-page.ts'
import { eventually } from './eventually.ts'

afterEach(() => document.body.replaceChildren())

const ROOM: RoomInspection = {
  sid: 'RM1',
  name: '<b>standup</b>',
  type: 'group',
  status: 'in-progress',
  createdAt: 0,
  maxParticipants: 50,
  isRecording: true,
  dominantSpeaker: 'bob',
  links: 1,
  connections: [{ between: ['bob', 'alice'], state: 'settled' }],
  participants: [
    {
      sid: 'PA1',
      identity: '<img src=x onerror="document.title = 1">',
      name: null,
      state: 'reconnecting',
      networkQuality: 2,
      messages: { received: 3, sent: 4 },
      tracks: [
        {
          id: 'm',
          name: 'voice',
          kind: 'audio',
          enabled: false,
          priority: 'standard',
          state: 'ready',
          sid: 'MT1',
        },
        {
          id: 'c',
          name: 'voice',
          kind: 'video',
          enabled: true,
          priority: 'standard',
          state: 'failed',
          sid: null,
        },
      ],
    },
  ],
  messages: [
    { at: 0, way: 'from', identity: 'bob', text: 'update, offer 1' },
    { at: 1, way: 'to', identity: 'alice', text: 'update, answer 1' },
  ],
}

type Simulated = (path: string, fields: Record<string, unknown>) => Promise<Response>
const done: Simulated = async () => new Response('{}')

/** The page in a frame of its own, `width` pixels wide, on top of a server that the test is. */
async function open(width: number, rooms: () => RoomInspection[], simulated: Simulated = done) {
  const frame = document.createElement('iframe')
  frame.width = String(width)
  frame.height = '900'
  const server = `<script>window.fetch = async (url, { body } = {}) => body
    ? parent.simulated(url, JSON.parse(body))
    : new Response(JSON.stringify({ rooms: parent.inspected() }))</script>`
  Object.assign(window, { inspected: rooms, simulated })
  frame.srcdoc = INSPECTOR_PAGE.replace('<style>', `${server}<style>`)
  document.body.append(frame)
  await eventually('the page has looked', () => /progress/.test(newsOf(frame)))
  const page = frame.contentDocument
  if (!page) throw new Error('The frame has no page.')
  return { frame, page }
}

const ALICE_IS_IN: RoomInspection = {
  ...ROOM,
  name: 'standup',
  participants: ROOM.participants.map((person) => ({ ...person, identity: 'alice', state: 'connected' })),
}

const field = (page: Document) => page.querySelector('input') as HTMLInputElement
/** What the page said to the last press. */
const saidIn = (page: Document) =>
  [...page.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join('')

function newsOf(frame: HTMLIFrameElement): string {
  return frame.contentDocument?.getElementById('news')?.textContent ?? ''
}

describe('the inspector page', () => {
  it('shows a room with all that is in it, as text', async () => {
    const { page } = await open(1000, () => [ROOM])
    const text = page.querySelector('main')?.textContent
    for (const part of [
      '<b>standup</b>',
      'bob speaks',
      'recording',
      '1 of 50 people',
      '<img src=x',
      'network 2/5',
      'audio “voice” muted',
      'video “voice” refused',
      'bob ↔ alice settled',
      '→ from bob update, offer 1',
    ]) {
      expect(text).toContain(part)
    }
    expect(page.querySelector('img')).toBeNull()
  })

  it('follows what happens, and leaves alone what somebody opened or closed', async () => {
    let rooms = [ROOM]
    const { frame, page } = await open(1000, () => rooms)
    page.querySelector('summary')?.click()
    const card = page.querySelector('details')
    rooms = [
      { ...ROOM, sid: 'RM2', name: 'another' },
      { ...ROOM, participants: [] },
    ]
    await eventually('the second room is there', () => page.querySelectorAll('details').length === 2)
    expect(page.querySelectorAll('details')[1]).toBe(card)
    expect(card?.open).toBe(false)
    rooms = []
    await eventually('it says that there is none', () => page.getElementById('empty')?.hidden === false)
    expect(newsOf(frame)).toBe('0 rooms in progress, 0 ended')
  })

  it('asks for what is on its buttons', async () => {
    const asked: unknown[] = []
    const { page } = await open(
      1000,
      () => [ALICE_IS_IN],
      async (path, fields) => {
        asked.push([path.replace('/inspector/simulate/', ''), fields])
        return new Response('{}')
      },
    )
    const who = { roomName: 'standup', identity: 'alice' }
    field(page).value = 'Good morning'
    for (const button of page.querySelectorAll('button')) {
      button.click()
      await eventually('it is done', () => saidIn(page).includes('Done'))
    }
    expect(asked).toEqual([
      ['drop-socket', { ...who, forMs: 10_000 }],
      ['network-quality', { ...who, level: 1 }],
      ['network-quality', who],
      ['switch-off', who],
      ['switch-on', who],
      ['expire-token', { identity: 'alice' }],
      ['expel-participant', { ...who, code: 53216 }],
      ['remove-participant', who],
      ['transcribe', { ...who, text: 'Good morning' }],
      ['record', { roomName: 'standup', isRecording: true }],
      ['record', { roomName: 'standup', isRecording: false }],
      ['end-room', { roomName: 'standup' }],
    ])
  })

  it('says the emulator’s no in its own words, and when there is no answer at all', async () => {
    let answer = async () => new Response('{"message":"Nobody is there."}', { status: 404 })
    const { page } = await open(
      1000,
      () => [ALICE_IS_IN],
      () => answer(),
    )
    page.querySelector('button')?.click()
    await eventually('it says no', () => saidIn(page) === 'Nobody is there.')
    answer = () => Promise.reject(new TypeError())
    page.querySelector('button')?.click()
    await eventually('it says so', () => saidIn(page) === 'The emulator did not answer.')
  })

  it('leaves the focus and a half written caption alone, until the person is gone', async () => {
    let rooms = [ALICE_IS_IN]
    const { page } = await open(1000, () => rooms)
    field(page).focus()
    field(page).value = 'Good mor'
    const changed = { ...ALICE_IS_IN.participants[0], networkQuality: 5 } as ParticipantInspection
    rooms = [
      { ...ROOM, sid: 'RM0', participants: [] },
      { ...ALICE_IS_IN, participants: [changed] },
    ]
    await eventually('the page has looked again', () => page.body.textContent?.includes('network 5/5'))
    expect(field(page).value).toBe('Good mor')
    expect(page.activeElement).toBe(field(page))
    rooms = [{ ...ALICE_IS_IN, participants: [{ ...changed, state: 'disconnected' }] }]
    await eventually('alice is gone', () => page.activeElement?.tagName === 'SUMMARY')
    expect(field(page).checkVisibility()).toBe(false)
  })

  it('fits a phone', async () => {
    const { page } = await open(390, () => [{ ...ROOM, name: 'a-name-without-a-gap-'.repeat(6) }])
    expect(page.documentElement.scrollWidth).toBe(390)
  })

  it.each(['light', 'dark'])('has no finding of axe when it is %s', async (scheme) => {
    const { frame, page } = await open(390, () => [ROOM])
    page.documentElement.style.colorScheme = scheme
    // axe looks at the document that it was loaded into.
    const script = page.createElement('script')
    script.textContent = axe.source
    page.head.append(script)
    const { violations } = await (frame.contentWindow as unknown as { axe: typeof axe }).axe.run()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
