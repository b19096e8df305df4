/** Between the lobby and the room. Opens once and stays open. */
export interface LobbyDoor {
  open(): void
  /** Resolves when the door is open, or as soon as `signal` aborts. Never rejects. */
  passed(signal: AbortSignal): Promise<void>
}

export function createLobbyDoor(): LobbyDoor {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    open,
    passed: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        signal.addEventListener('abort', () => resolve(), { once: true })
        void opened.then(resolve)
      }),
  }
}
