/**
 * A MediaStreamTrack for places without media (Node, jsdom): it can be stopped, silenced and listened
 * to, and plays nothing. In a browser prefer `paintedTrack`, which really moves.
 */
export function createFakeMediaTrack(kind: 'audio' | 'video', label = `Fake ${kind}`): MediaStreamTrack {
  return new FakeMediaTrack(kind, label)
}

let count = 0

class FakeMediaTrack extends EventTarget implements MediaStreamTrack {
  readonly kind: 'audio' | 'video'
  readonly label: string
  readonly id: string
  readonly muted = false
  enabled = true
  contentHint = ''
  readyState: MediaStreamTrackState = 'live'
  onended: MediaStreamTrack['onended'] = null
  onmute: MediaStreamTrack['onmute'] = null
  onunmute: MediaStreamTrack['onunmute'] = null

  constructor(kind: 'audio' | 'video', label: string) {
    super()
    this.kind = kind
    this.label = label
    count += 1
    this.id = `fake-${kind}-${count}`
  }

  stop(): void {
    this.readyState = 'ended'
  }

  clone(): MediaStreamTrack {
    return new FakeMediaTrack(this.kind, this.label)
  }

  async applyConstraints(): Promise<void> {}

  getCapabilities(): MediaTrackCapabilities {
    return {}
  }

  getConstraints(): MediaTrackConstraints {
    return {}
  }

  getSettings(): MediaTrackSettings {
    return {}
  }
}
