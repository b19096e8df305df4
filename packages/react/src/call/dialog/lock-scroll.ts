/**
 * Keeps the page from scrolling under the call, without moving it: the room of the scroll bar is kept.
 * The answer puts everything back as it was.
 */
export function lockScroll(page: Document): () => void {
  const { style, clientWidth } = page.documentElement
  const scrollbar = (page.defaultView?.innerWidth ?? clientWidth) - clientWidth
  const before = { overflow: style.overflow, paddingInlineEnd: style.paddingInlineEnd }
  style.overflow = 'hidden'
  if (scrollbar > 0) style.paddingInlineEnd = `${scrollbar}px`
  return () => {
    style.overflow = before.overflow
    style.paddingInlineEnd = before.paddingInlineEnd
  }
}
