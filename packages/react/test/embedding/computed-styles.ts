/** Set by `inert`, which a modal dialog puts on everything else. */
const INERT = 'interactivity'

/** What can be seen of an element, and does not follow from the page's font or width. */
const LOOKS = [
  'display',
  'position',
  'visibility',
  'opacity',
  'box-sizing',
  'color',
  'background-color',
  'background-image',
  'box-shadow',
  'row-gap',
  'column-gap',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'text-align',
  'text-transform',
  'text-decoration-line',
  'list-style-type',
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    `padding-${side}`,
    `margin-${side}`,
    `border-${side}-width`,
  ]),
  ...['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((corner) => `border-${corner}-radius`),
]

/** One element: its name, and its computed style by property. */
export interface ElementStyle {
  name: string
  style: ReadonlyMap<string, string>
}

/** Everything that is known of these elements' style. */
export function everyStyleOf(elements: Iterable<Element>): ElementStyle[] {
  return [...elements].map((element) => {
    const style = getComputedStyle(element)
    return read(
      element,
      [...style].filter((name) => name !== INERT),
    )
  })
}

/** What these elements look like. */
export function looksOf(elements: Iterable<Element>): ElementStyle[] {
  return [...elements].map((element) => read(element, LOOKS))
}

/** What is other than before, in words. */
export function differences(before: readonly ElementStyle[], after: readonly ElementStyle[]): string[] {
  if (before.length !== after.length) return [`${before.length} elements, now ${after.length}`]
  return before.flatMap(({ name, style }, index) =>
    [...style].flatMap(([property, value]) => {
      const now = after[index]?.style.get(property)
      return now === value ? [] : [`${name} ${property}: ${value}, now ${now}`]
    }),
  )
}

function read(element: Element, properties: readonly string[]): ElementStyle {
  const style = getComputedStyle(element)
  const part = element.closest('[data-meetings-part]')?.getAttribute('data-meetings-part') ?? ''
  return {
    name: `${part} <${element.localName}>`,
    style: new Map(
      properties.map((property) => [
        property,
        marginOf(element, property) ?? style.getPropertyValue(property),
      ]),
    ),
  }
}

/** A margin as it was asked for: what `auto` comes to follows from the width. */
function marginOf(element: Element, property: string): string | undefined {
  return property.startsWith('margin-') ? element.computedStyleMap().get(property)?.toString() : undefined
}
