// The same join with the package: the person clicks Join in their list.
import { ManagedVideoCall, MeetingProvider, MyBookingsList } from '@meetings/react'
import { createRoot } from 'react-dom/client'
import { firstRemoteFrame, MEDIA } from './bench-page.ts'

document.addEventListener(
  'click',
  () => {
    void firstRemoteFrame(isRemote).then((ms) => {
      window.firstFrame = ms
    })
  },
  { capture: true, once: true },
)

function isRemote(video: HTMLVideoElement): boolean {
  return video.closest('[data-meetings-part="tile"]:not([data-local])') !== null
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <MeetingProvider
    baseUrl="/api/meetings"
    getAccessToken={async () => 'customer'}
    videoOptions={{ wsServer: window.bench.signalingUrl, video: MEDIA }}
  >
    <MyBookingsList />
    <ManagedVideoCall />
  </MeetingProvider>,
)
