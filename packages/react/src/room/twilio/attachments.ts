/** A track of the SDK, as far as playing it goes. */
interface Playable {
  attach(element: HTMLMediaElement): HTMLMediaElement
  detach(element: HTMLMediaElement): HTMLMediaElement
}

/** The media elements that play something of this room. */
export interface Attachments {
  attach(track: Playable, element: HTMLMediaElement): () => void
  /** Empties every element that is still playing. */
  detachAll(): void
}

export function createAttachments(): Attachments {
  const open = new Set<() => void>()
  return {
    attach(track, element) {
      track.attach(element)
      const stream = element.srcObject
      const detach = () => {
        if (!open.delete(detach)) return
        track.detach(element)
        // Another track may play in this element by now; only an emptied one is let go.
        if (element.srcObject === stream && stream instanceof MediaStream && stream.getTracks().length === 0)
          element.srcObject = null
      }
      open.add(detach)
      return detach
    },
    detachAll() {
      for (const detach of [...open]) detach()
    },
  }
}
