import type { CallCorner } from '../../provider/call-view.ts'

type Direction = 'ltr' | 'rtl'

/** The corner an arrow key leads to; `null` for every other key. */
export function cornerAfterKey(key: string, corner: CallCorner, direction: Direction): CallCorner | null {
  const [block, inline] = corner.split('-') as ['top' | 'bottom', 'start' | 'end']
  switch (key) {
    case 'ArrowUp':
      return `top-${inline}`
    case 'ArrowDown':
      return `bottom-${inline}`
    case 'ArrowLeft':
      return `${block}-${direction === 'ltr' ? 'start' : 'end'}`
    case 'ArrowRight':
      return `${block}-${direction === 'ltr' ? 'end' : 'start'}`
    default:
      return null
  }
}

/** The corner of the window that is nearest to the middle of `box`. All in CSS pixels. */
export function nearestCorner(
  box: { left: number; top: number; width: number; height: number },
  view: { width: number; height: number },
  direction: Direction,
): CallCorner {
  const isTop = box.top + box.height / 2 < view.height / 2
  const isLeft = box.left + box.width / 2 < view.width / 2
  return `${isTop ? 'top' : 'bottom'}-${isLeft === (direction === 'ltr') ? 'start' : 'end'}`
}
