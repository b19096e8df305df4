const FIELDS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="listbox"]'
const BUTTONS = 'button, a[href], summary, [role="button"]'

/** Whether a key pressed here belongs to what has the focus: a field, or a menu with its first letters. */
export function isForTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}

/** Whether the space bar presses what has the focus. */
export function isPressedBySpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(BUTTONS) !== null
}
