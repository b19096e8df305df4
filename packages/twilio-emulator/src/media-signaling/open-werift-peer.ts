import type { MediaStreamTrack, RTCDataChannel, RTCPeerConnection, RTCRtpTransceiver } from 'werift'
import type { ChannelName } from './channel-name.ts'
import type { DataPeer, DataPeerEvents } from './data-peer.ts'
import { readSoundLevel, SOUND_LEVEL_EXTENSION } from './sound-level.ts'

const MID_EXTENSION = 'urn:ietf:params:rtp-hdrext:sdes:mid'

/** Opens a `DataPeer` with werift, which is loaded when the first client needs it. */
export async function openWeriftPeer(
  channels: readonly ChannelName[],
  events: DataPeerEvents,
): Promise<DataPeer> {
  const { RTCPeerConnection, RTCRtpHeaderExtensionParameters } = await import('werift')
  const extension = (uri: string) => new RTCRtpHeaderExtensionParameters({ uri })
  const peer = new RTCPeerConnection({
    iceServers: [],
    iceUseIpv6: false,
    // A machine without a network still has this one.
    iceAdditionalHostAddresses: ['127.0.0.1'],
    headerExtensions: {
      audio: [MID_EXTENSION, SOUND_LEVEL_EXTENSION].map(extension),
    },
  })
  const open = new Map(
    channels.map((name, index) => {
      // Odd, because the client takes even ones for its own. Werift takes even ones, too, if an offer comes early.
      const channel = peer.createDataChannel(name, { id: 2 * index + 1 })
      return [name, listen(channel, name, events)]
    }),
  )
  let isClosed = false
  peer.connectionStateChange.subscribe((state) => {
    if (!isClosed && (state === 'failed' || state === 'closed')) events.onGone()
  })

  peer.onTrack.subscribe((track) => listenTo(track, events))

  return {
    async offer() {
      await peer.setLocalDescription(await peer.createOffer())
      return localSdp(peer)
    },
    accept: (sdp) => peer.setRemoteDescription({ type: 'answer', sdp }),
    async answer(sdp) {
      await peer.setRemoteDescription({ type: 'offer', sdp })
      for (const transceiver of peer.getTransceivers()) settle(transceiver)
      await peer.setLocalDescription(await peer.createAnswer())
      return localSdp(peer)
    },
    addCandidate: (candidate) => peer.addIceCandidate(candidate as { candidate: string }),
    send(name, message) {
      const channel = open.get(name)
      if (channel?.readyState === 'open') channel.send(JSON.stringify(message))
    },
    close() {
      if (isClosed) return
      isClosed = true
      void peer.close()
    },
  }
}

function listen(channel: RTCDataChannel, name: ChannelName, events: DataPeerEvents): RTCDataChannel {
  channel.onMessage.subscribe((data) => {
    const message = parse(data.toString())
    if (message !== null) events.onMessage(name, message)
  })
  return channel
}

// Sound is received for its level; of a picture nothing would be done with, so none is sent.
function settle(transceiver: RTCRtpTransceiver): void {
  transceiver.setDirection(transceiver.kind === 'audio' ? 'recvonly' : 'inactive')
}

function listenTo(track: MediaStreamTrack, events: DataPeerEvents): void {
  if (track.kind !== 'audio') return
  track.onReceiveRtp.subscribe((_packet, extensions) => {
    const level = readSoundLevel(extensions)
    if (level !== null) events.onSound(level)
  })
}

function localSdp(peer: RTCPeerConnection): string {
  return peer.localDescription?.sdp ?? ''
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
