import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { RoomInspection } from '../src/inspector/inspect-rooms.ts'
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

/** The page in a frame of its own, `width` pixels wide, on top of a server that the test is. */
async function open(width: number, rooms: () => RoomInspection[]) {
  const frame = document.createElement('iframe')
  frame.width = String(width)
  frame.height = '900'
  const server = `<script>window.fetch = async () => new Response(JSON.stringify({ rooms: parent.inspected() }))</script>`
  Object.assign(window, { inspected: rooms })
  frame.srcdoc = INSPECTOR_PAGE.replace('<style>', `${server}<style>`)
  document.body.append(frame)
  await eventually('the page has looked', () => /progress/.test(newsOf(frame)))
  const page = frame.contentDocument
  if (!page) throw new Error('The frame has no page.')
  return { frame, page }
}

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
