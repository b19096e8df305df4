// The script most tutorials show: token, SDK, devices, connect, one after the other.
import { firstRemoteFrame, MEDIA, ROOM_OPTIONS } from './bench-page.ts'

const button = document.createElement('button')
button.textContent = 'Join Video Call'
document.body.append(button)

button.addEventListener('click', async () => {
  let tracks: Awaited<ReturnType<typeof import('twilio-video').createLocalTracks>> = []
  void firstRemoteFrame(() => true).then((ms) => {
    window.firstFrame = ms
    // One's own picture, as everybody wants it; not earlier, so that the way into the room has nothing to carry.
    for (const track of tracks) if (track.kind === 'video') showSelf(track)
  })
  const answer = await fetch('/api/meetings/launch-video', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer customer' },
    body: JSON.stringify({ booking_id: window.bench.bookingId }),
  })
  const { token, roomName } = await answer.json()
  const { default: Video } = await import('twilio-video')
  tracks = await Video.createLocalTracks({ audio: true, video: MEDIA })
  const options = { ...ROOM_OPTIONS, name: roomName, tracks, insights: false }
  const room = await Video.connect(token, options)
  const show = (track: { kind: string }) => {
    if (track.kind !== 'video') return
    const video = (track as import('twilio-video').RemoteVideoTrack).attach()
    // As large as a call is shown: drawing is part of the way on both sides.
    video.style.cssText = 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%; object-fit: cover'
    document.body.append(video)
  }
  room.on('trackSubscribed', show)
  for (const participant of room.participants.values()) {
    for (const publication of participant.tracks.values()) if (publication.track) show(publication.track)
  }
})

function showSelf(track: import('twilio-video').LocalVideoTrack): void {
  const video = track.attach()
  video.style.cssText =
    'position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; inline-size: 15rem; transform: scaleX(-1)'
  document.body.append(video)
}
