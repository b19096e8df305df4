import type { SmallWindow } from './call-surroundings.ts'

/** Document Picture-in-Picture, which TypeScript's own types do not know yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>
}

function pictureInPictureOf(window: Window): DocumentPictureInPicture | undefined {
  return (window as Window & { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture
}

export function canOpenSmallWindow(window: Window): boolean {
  return pictureInPictureOf(window) !== undefined
}

/** A window above all others that looks like a piece of this page: its styles, language and direction. */
export async function openSmallWindow(
  window: Window,
  size: { width: number; height: number },
  onClosed: () => void,
): Promise<SmallWindow | null> {
  let small: Window | undefined
  try {
    small = await pictureInPictureOf(window)?.requestWindow(size)
  } catch {
    // No press, or the person has forbidden it.
  }
  if (!small) return null
  copyLook(window.document, small.document)
  let isClosing = false
  small.addEventListener('pagehide', () => !isClosing && onClosed())
  const opened = small
  return {
    body: opened.document.body,
    close() {
      isClosing = true
      opened.close()
    },
  }
}

function copyLook(from: Document, to: Document): void {
  for (const { name, value } of from.documentElement.attributes) to.documentElement.setAttribute(name, value)
  to.body.style.margin = '0'
  for (const sheet of [...from.styleSheets, ...from.adoptedStyleSheets]) copySheet(sheet, to)
}

function copySheet(sheet: CSSStyleSheet, to: Document): void {
  try {
    const style = to.createElement('style')
    style.textContent = [...sheet.cssRules].map((rule) => rule.cssText).join('\n')
    style.media = sheet.media.mediaText
    to.head.append(style)
  } catch {
    // Rules from another host may not be read; the sheet can be loaded again.
    if (sheet.href === null) return
    const link = to.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet.href
    to.head.append(link)
  }
}
