const LAYER = '@layer meetings {'

/**
 * Our stylesheet without its cascade layer, for hosts whose own rules for every element are in none: those win
 * over any layer. Everything else stays as it is; each rule still stands below `.meetings-root`.
 *
 * @param css the stylesheet as it is built: its `@layer meetings` blocks hold everything and are not nested
 */
export function unlayer(css: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = css.indexOf(LAYER, at)
    if (start < 0) return kept.join('') + css.slice(at)
    const end = endOfBlock(css, start + LAYER.length)
    kept.push(css.slice(at, start), css.slice(start + LAYER.length, end))
    at = end + 1
  }
}

/** Where the block that is open at `from` ends. None of our strings and comments holds a brace. */
function endOfBlock(css: string, from: number): number {
  let depth = 1
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  throw new Error('A block of @layer meetings does not end.')
}
