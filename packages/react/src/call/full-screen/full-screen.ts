/** Whether this browser can show more than a video full screen; iPhones cannot. */
export function canGoFullScreen(page: Document): boolean {
  return page.fullscreenEnabled === true
}

/** The call over the whole screen, or back. From a press or key only; a browser that refuses changes nothing. */
export function toggleFullScreen(inside: HTMLElement | null): void {
  const call = inside?.closest<HTMLElement>('[data-meetings-part="call-layer"]')
  const page = call?.ownerDocument
  if (!call || !page || !canGoFullScreen(page)) return
  const done = page.fullscreenElement === call ? page.exitFullscreen() : call.requestFullscreen()
  done.catch(() => {})
}
