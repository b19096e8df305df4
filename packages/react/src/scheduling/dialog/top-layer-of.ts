/**
 * The native `<dialog>` that is open as a modal, if there is one: whatever is not inside it lies below it at
 * any z-index and cannot be pressed, so a dialog that opens now has to open inside.
 */
export function topLayerOf(page: Document): HTMLDialogElement | null {
  const open = page.querySelectorAll<HTMLDialogElement>('dialog[open]')
  return [...open].filter((dialog) => dialog.matches(':modal')).at(-1) ?? null
}
