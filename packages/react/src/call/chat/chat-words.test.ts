import { describe, expect, it } from 'vitest'
import type { TalkMessage } from '../../talk/talk-state.ts'
import { groupMessages } from './group-messages.ts'
import { linkParts } from './link-parts.ts'

const linksIn = (text: string) => linkParts(text).flatMap((part) => part.href ?? [])

describe('links in a message', () => {
  it.each([
    ['see https://example.com/a?b=c#d', ['https://example.com/a?b=c#d']],
    ['http://example.com', ['http://example.com/']],
    ['HTTPS://EXAMPLE.COM', ['https://example.com/']],
    ['two https://a.example, and https://b.example.', ['https://a.example/', 'https://b.example/']],
    ['(see https://example.com/x)', ['https://example.com/x']],
    ['https://en.wikipedia.org/wiki/Mesh_(topology)', ['https://en.wikipedia.org/wiki/Mesh_(topology)']],
    ['これはhttps://example.jp/です。', ['https://example.jp/']],
    ['見て https://example.jp/。', ['https://example.jp/']],
    ['no link at all', []],
  ])('are found where they are: %s', (text, links) => {
    expect(linksIn(text)).toEqual(links)
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://example.com',
    'file:///etc/passwd',
    'https://',
    'https://bank.example@evil.example/login',
    'https://user:secret@example.com',
    'vbscript:https',
  ])('are never made of anything but plain http and https: %s', (text) => {
    expect(linksIn(text)).toEqual([])
  })

  it('leave every character of the text in its place', () => {
    const text = 'a https://example.com/x). <b>https://b.example</b> "https://c.example" é 👍'
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  it('take no time to find in 2,000 characters of trouble', () => {
    for (const text of [
      'https://'.repeat(250),
      `https://a.example/${')'.repeat(1_980)}`,
      '('.repeat(2_000),
    ]) {
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }
  })
})

describe('groups of messages', () => {
  const message = (from: string, at: number): TalkMessage => ({
    ...{ id: `${from}-${at}`, from, at, text: 'x', isOwn: from === 'me', status: 'sent' },
  })

  it('hold what one person said in one go', () => {
    const groups = groupMessages([
      message('sam', 0),
      message('sam', 60_000),
      message('me', 61_000),
      message('sam', 62_000),
      message('sam', 62_000 + 180_000),
    ])
    expect(groups.map(({ from, at, messages }) => [from, at, messages.length])).toEqual([
      ['sam', 0, 2],
      ['me', 61_000, 1],
      ['sam', 62_000, 1],
      ['sam', 242_000, 1],
    ])
  })
})
