const MODIFIERS = ['ctrl', 'alt', 'shift', 'meta'] as const
type Modifier = (typeof MODIFIERS)[number]

/** The part of a keyboard event that tells which keys are down. */
export type PressedKeys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

/** Splits `ctrl+shift+m` into its key and modifiers. `+` itself may be the key. */
export function parseKeys(keys: string): { key: string; modifiers: readonly Modifier[] } {
  const parts = keys.split('+')
  const last = parts.pop() ?? ''
  // "ctrl++" ends in two empty parts: the key is the plus sign.
  const key = last === '' ? '+' : last
  const names = parts.map((part) => part.trim().toLowerCase())
  return { key, modifiers: MODIFIERS.filter((modifier) => names.includes(modifier)) }
}

/**
 * Whether these keys are down, and no modifier more. A letter is also found by its place on the keyboard
 * where the keyboard writes another script.
 */
export function matchesKeys(keys: string, pressed: PressedKeys): boolean {
  const { key, modifiers } = parseKeys(keys)
  // A sign such as ? may need Shift on one keyboard and not on another: it is the sign that counts.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  const asked = MODIFIERS.filter((modifier) => !(isSign && modifier === 'shift'))
  if (asked.some((modifier) => pressed[`${modifier}Key`] !== modifiers.includes(modifier))) return false
  if (key.toLowerCase() === 'space') return pressed.key === ' '
  if (pressed.key.toLowerCase() === key.toLowerCase()) return true
  const isLatin = /^[\x20-\x7e]$/.test(pressed.key)
  return !isLatin && /^[a-z]$/i.test(key) && pressed.code === `Key${key.toUpperCase()}`
}

/** As people write it: "Ctrl + D". */
export function describeKeys(keys: string): string {
  const { key, modifiers } = parseKeys(keys)
  const shown = key.length === 1 ? key.toUpperCase() : key
  return [...modifiers.map((name) => name.charAt(0).toUpperCase() + name.slice(1)), shown].join(' + ')
}
