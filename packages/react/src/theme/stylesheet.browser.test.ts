import { expect, it } from 'vitest'
import text from '../styles.css?inline'

const css = text.replace(/\/\*[\s\S]*?\*\//g, '')

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)

interface FoundRule {
  rule: CSSRule
  layer: string | null
  /** The selector of the style rule around a nested one. */
  inside: string
}

/** Every rule of the stylesheet, however deep, with its surroundings. */
function* rulesIn(
  rules: CSSRuleList,
  layer: string | null = null,
  inside = '',
): Generator<FoundRule, void, undefined> {
  for (const rule of rules) {
    yield { rule, layer, inside }
    if (rule instanceof CSSLayerBlockRule) yield* rulesIn(rule.cssRules, rule.name, inside)
    else if (rule instanceof CSSStyleRule) yield* rulesIn(rule.cssRules, layer, rule.selectorText)
    else if (rule instanceof CSSGroupingRule) yield* rulesIn(rule.cssRules, layer, inside)
  }
}

const all = [...rulesIn(sheet.cssRules)]
const styles = all.flatMap((found) =>
  found.rule instanceof CSSStyleRule ? [{ ...found, rule: found.rule }] : [],
)

it('keeps every rule in the layer', () => {
  expect(styles.length).toBeGreaterThan(50)
  expect(styles.filter(({ layer }) => layer !== 'meetings').map(({ rule }) => rule.selectorText)).toEqual([])
  expect(all.filter(({ rule, layer }) => !(rule instanceof CSSLayerBlockRule) && layer === null)).toEqual([])
})

it('keeps every rule inside our root', () => {
  const escaped = styles.filter(({ rule, inside }) =>
    splitSelectors(rule.selectorText).some(
      (selector) => !selector.startsWith('.meetings-root') && !(inside && selector.startsWith('&')),
    ),
  )
  expect(escaped.map(({ rule }) => rule.selectorText)).toEqual([])
})

it('names animations and containers so that they cannot meet those of a host', () => {
  const names = all.flatMap(({ rule }) => (rule instanceof CSSKeyframesRule ? [rule.name] : []))
  expect(names.filter((name) => !name.startsWith('meetings-'))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

it('says start and end, never left and right, so that it mirrors', () => {
  const physical =
    /[;{\s]((?:margin|padding|border|inset)-(?:left|right)|left|right|float|text-align:\s*(?:left|right))\s*:/g
  expect([...css.matchAll(physical)].map(([, property]) => property)).toEqual([])
})

it('leaves out what bundlers rewrite with the wrong scheme', () => {
  expect(css.includes('light-dark(')).toBe(false)
})

/** At commas that are not inside parentheses. */
function splitSelectors(text: string): string[] {
  return text.split(/,(?![^(]*\))/).map((selector) => selector.trim())
}
