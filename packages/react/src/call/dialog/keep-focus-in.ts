const FOCUSABLE =
  'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])'

/**
 * Keeps the Tab key inside `dialog`; the answer ends it.
 *
 * Not a native `<dialog>` with `showModal()` and no `inert` on the rest of the page: both would kill
 * everything else, also a host's toasts that stand above the call on purpose. So Tab goes round inside,
 * and focus that lands on something the call covers comes back, while what lies above stays usable.
 */
export function keepFocusIn(dialog: HTMLElement): () => void {
  const page = dialog.ownerDocument
  let isReturning = false

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return
    const stops = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isShown)
    const edge = event.shiftKey ? stops[0] : stops.at(-1)
    const active = page.activeElement
    if (edge && active !== edge && !(event.shiftKey && active === dialog)) return
    event.preventDefault()
    const target = (event.shiftKey ? stops.at(-1) : stops[0]) ?? dialog
    target.focus()
  }

  function onFocusIn(event: FocusEvent): void {
    const { target } = event
    if (isReturning || !dialog.isConnected || !(target instanceof HTMLElement)) return
    if (dialog.contains(target) || !isCovered(target, dialog)) return
    // A host's own focus trap may answer at once; without this the two would call each other for ever.
    isReturning = true
    dialog.focus({ preventScroll: true })
    isReturning = false
  }

  dialog.addEventListener('keydown', onKeyDown)
  page.addEventListener('focusin', onFocusIn)
  return () => {
    dialog.removeEventListener('keydown', onKeyDown)
    page.removeEventListener('focusin', onFocusIn)
  }
}

function isShown(element: HTMLElement): boolean {
  // Where there is no layout (jsdom) everything counts as shown.
  return typeof element.checkVisibility !== 'function' || element.checkVisibility()
}

/** Whether the middle of `element` lies under the dialog, or out of sight. */
function isCovered(element: HTMLElement, dialog: HTMLElement): boolean {
  const page = element.ownerDocument
  if (typeof page.elementsFromPoint !== 'function') return true
  const box = element.getBoundingClientRect()
  const pile = page.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  const own = pile.indexOf(element)
  return own < 0 || pile.slice(0, own).some((above) => dialog.parentElement?.contains(above))
}
