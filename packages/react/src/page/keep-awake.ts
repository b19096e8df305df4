/** Holds the screen's wake lock. The browser lets it go whenever the page is hidden, so it is asked for again. */
export function keepAwake(window: Window): () => void {
  const { document, navigator } = window
  let lock: WakeLockSentinel | null = null
  let isOver = false

  async function take(): Promise<void> {
    // Typed as always there; Firefox before 126 and pages without https have none.
    const wakeLock = (navigator as Partial<Navigator>).wakeLock
    if (!wakeLock || isOver || lock?.released === false || document.visibilityState !== 'visible') return
    try {
      const taken = await wakeLock.request('screen')
      if (isOver) void taken.release()
      else lock = taken
    } catch {
      // A low battery is reason enough for a browser to refuse.
    }
  }

  const onVisible = () => void take()
  document.addEventListener('visibilitychange', onVisible)
  void take()
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', onVisible)
    void lock?.release().catch(() => {})
    lock = null
  }
}
