// The person who is already in the room.
import Video from 'twilio-video'
import { MEDIA, ROOM_OPTIONS } from './bench-page.ts'

const answer = await fetch('/api/meetings/launch-video', {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer host' },
  body: JSON.stringify({ booking_id: window.bench.bookingId }),
})
const { token, roomName } = await answer.json()
const tracks = await Video.createLocalTracks({ audio: true, video: MEDIA })
const options = { ...ROOM_OPTIONS, name: roomName, tracks, insights: false }
await Video.connect(token, options)
document.title = 'peer is in'
