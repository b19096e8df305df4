/** A red dot, drawn and not loaded: it works without a network and under any path. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="13" fill="#cf2e26"/><circle cx="16" cy="16" r="5" fill="#fff"/></svg>',
)}`

/** Lays a mark over the page's title and icon; the answer puts back what the page last had of its own. */
export function markTab(page: Document, mark: (title: string) => string): () => void {
  const hadTitle = page.querySelector('title') !== null
  let own = page.title
  let marked = ''

  function lay(): void {
    page.title = mark(own)
    // As the page tells it: white space at its ends is gone.
    marked = page.title
  }
  lay()

  const icon = page.createElement('link')
  icon.rel = 'icon'
  icon.type = 'image/svg+xml'
  icon.href = ICON
  page.head.append(icon)

  // A router that gives the page another title gives it to what lies below the mark.
  const observer = new MutationObserver(() => {
    if (page.title === marked) return
    own = page.title
    lay()
  })
  observer.observe(page.head, { childList: true, characterData: true, subtree: true })

  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    // What changed a moment ago has not been looked at yet.
    if (page.title !== marked) own = page.title
    observer.disconnect()
    icon.remove()
    if (hadTitle || own !== '') page.title = own
    else page.querySelector('title')?.remove()
  }
}
