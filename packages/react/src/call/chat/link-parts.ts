/** A piece of a message: plain text, or an address to follow. */
export interface TextPart {
  text: string
  /** Only ever `http:` or `https:`, as the browser itself reads it. */
  href?: string
}

/** Writing without spaces between words ends an address too: browsers copy such letters of addresses as %E3 and so on. */
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"'`\p{Cc}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/giu
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?…。、，！？»”’\]}]+$/u

/** Finds the web addresses in a text. Nothing but http and https is ever made to be followed. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0])
    const href = hrefOf(address)
    if (href === null) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index) })
    parts.push({ text: address, href })
    end = match.index + address.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

function trimmed(found: string): string {
  let address = found
  for (;;) {
    const shorter = address.replace(TRAILING, '')
    // A bracket belongs to the address only when it was opened there: "(see https://example.com)".
    const isLoose = shorter.endsWith(')') && count(shorter, ')') > count(shorter, '(')
    const next = isLoose ? shorter.slice(0, -1) : shorter
    if (next === address) return address
    address = next
  }
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1
}

function hrefOf(address: string): string | null {
  try {
    const { protocol, href, username, password } = new URL(address)
    // "https://bank.example@evil.example" looks like one place and leads to another.
    if (username !== '' || password !== '') return null
    return protocol === 'http:' || protocol === 'https:' ? href : null
  } catch {
    return null
  }
}
