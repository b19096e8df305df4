// The same join with the package: the person clicks Join in their list.
import { ManagedVideoCall, MeetingProvider, MyBookingsList } from '@meetings/react'
import { createRoot } from 'react-dom/client'
import { firstRemoteFrame, MEDIA, ROOM_OPTIONS } from './bench-page.ts'

document.addEventListener(
  'click',
  ({ target }) => {
    if (!(target instanceof Element) || target.closest('button')?.textContent !== 'Join Video Call') return
    void firstRemoteFrame(isRemote).then((ms) => {
      window.firstFrame = ms
    })
  },
  { capture: true },
)

function isRemote(video: HTMLVideoElement): boolean {
  return video.closest('[data-meetings-part="tile"]:not([data-local])') !== null
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <MeetingProvider
    baseUrl="/api/meetings"
    getAccessToken={async () => 'customer'}
    videoOptions={{ ...ROOM_OPTIONS, video: MEDIA }}
  >
    <MyBookingsList />
    <ManagedVideoCall />
  </MeetingProvider>,
)
