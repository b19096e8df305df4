/** The lines of a menu, in order. */
export function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

/** Where a key moves the focus from the line at `at`: arrows, Home, End and first letters, as the ARIA practices have it. */
export function nextItem(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const around = (index: number) => items[(index + items.length) % items.length]
  if (key === 'ArrowDown') return around(at + 1)
  if (key === 'ArrowUp') return around(at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const letter = key.toLocaleLowerCase()
  const fits = (item: HTMLElement) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter)
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(fits)
}
