/** What a page of the test keeps about itself, so that it can be asked what is still on. */
export interface Instruments {
  /** Tracks of devices and screens, clones included, that were not over when last looked at. */
  tracks: Set<MediaStreamTrack>
  screens: Set<MediaStreamTrack>
  connections: Set<RTCPeerConnection>
  sockets: Set<WebSocket>
  /** Kinds of devices that are unplugged. */
  unplugged: Set<'audioinput' | 'videoinput'>
  unplug(kind: 'audioinput' | 'videoinput'): void
  plugIn(kind: 'audioinput' | 'videoinput'): void
}

declare global {
  interface Window {
    instruments: Instruments
  }
}

/**
 * Runs in the page, before its own code. Small pictures: what three people's cameras cost is not what is tested.
 * A device that is unplugged is a lie told by this function; everything after it is the browser's own.
 */
export function installInstruments(): void {
  const tracks = new Set<MediaStreamTrack>()
  const screens = new Set<MediaStreamTrack>()
  const connections = new Set<RTCPeerConnection>()
  const sockets = new Set<WebSocket>()
  const unplugged: Instruments['unplugged'] = new Set()
  const { mediaDevices } = navigator
  const openDevices = mediaDevices.getUserMedia.bind(mediaDevices)
  const openScreen = mediaDevices.getDisplayMedia.bind(mediaDevices)
  const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices)
  const { clone } = MediaStreamTrack.prototype

  function keep(track: MediaStreamTrack, also?: Set<MediaStreamTrack>): void {
    for (const known of tracks) if (known.readyState === 'ended') tracks.delete(known)
    tracks.add(track)
    also?.add(track)
  }
  const small = (wish: boolean | MediaTrackConstraints | undefined) =>
    wish ? { ...(wish === true ? {} : wish), width: 320, height: 240, frameRate: 10 } : false
  const missing = () => new DOMException('Requested device not found', 'NotFoundError')

  mediaDevices.getUserMedia = async (wish = {}) => {
    if ((wish.audio && unplugged.has('audioinput')) || (wish.video && unplugged.has('videoinput')))
      throw missing()
    const stream = await openDevices({ ...wish, video: small(wish.video) })
    for (const track of stream.getTracks()) keep(track)
    return stream
  }
  mediaDevices.getDisplayMedia = async (wish = {}) => {
    const stream = await openScreen({ ...wish, video: { width: 640, height: 400, frameRate: 5 } })
    for (const track of stream.getTracks()) keep(track, screens)
    return stream
  }
  mediaDevices.enumerateDevices = async () =>
    (await enumerate()).filter(({ kind }) => kind === 'audiooutput' || !unplugged.has(kind))
  MediaStreamTrack.prototype.clone = function () {
    const copy = clone.call(this)
    keep(copy)
    return copy
  }
  // Not subclasses: the SDK looks at what the classes themselves have.
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args, asked) {
      const connection: RTCPeerConnection = Reflect.construct(target, args, asked)
      connections.add(connection)
      return connection
    },
  })
  const { close } = RTCPeerConnection.prototype
  RTCPeerConnection.prototype.close = function () {
    connections.delete(this)
    close.call(this)
  }
  window.WebSocket = new Proxy(WebSocket, {
    construct(target, args, asked) {
      const socket: WebSocket = Reflect.construct(target, args, asked)
      sockets.add(socket)
      socket.addEventListener('close', () => sockets.delete(socket))
      return socket
    },
  })
  window.instruments = {
    ...{ tracks, screens, connections, sockets, unplugged },
    unplug(kind) {
      unplugged.add(kind)
      for (const track of tracks) {
        const isOfKind = track.kind === (kind === 'audioinput' ? 'audio' : 'video') && !screens.has(track)
        if (!isOfKind || track.readyState === 'ended') continue
        track.stop()
        // A script that stops a track is not told; a device that goes away is.
        track.dispatchEvent(new Event('ended'))
      }
      mediaDevices.dispatchEvent(new Event('devicechange'))
    },
    plugIn(kind) {
      unplugged.delete(kind)
      mediaDevices.dispatchEvent(new Event('devicechange'))
    },
  }
}
