const GAP = 4
const EDGE = 8

/** Puts a menu under its button, ending where the button ends; above it when there is more room there. */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const view = button.ownerDocument.defaultView
  if (!view) return
  const anchor = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = menu
  const { clientWidth, clientHeight } = button.ownerDocument.documentElement
  const isMirrored = view.getComputedStyle(button).direction === 'rtl'

  const roomBelow = clientHeight - anchor.bottom - GAP - EDGE
  const roomAbove = anchor.top - GAP - EDGE
  const isAbove = height > roomBelow && roomAbove > roomBelow
  const top = isAbove ? Math.max(EDGE, anchor.top - GAP - height) : anchor.bottom + GAP
  const left = isMirrored ? anchor.left : anchor.right - width
  menu.style.insetBlockStart = `${top}px`
  menu.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - width - EDGE))}px`
  menu.style.maxBlockSize = `${Math.max(roomBelow, roomAbove)}px`
}
