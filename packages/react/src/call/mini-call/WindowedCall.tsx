'use client'
import { createPortal } from 'react-dom'
import type { SmallWindow } from '../../page/call-surroundings.ts'
import { MeetingsRoot } from '../../theme/root/MeetingsRoot.tsx'
import { MiniCall } from './MiniCall.tsx'

/** The minimised call in a window of its own. Its sound stays in the page, so that no voice is interrupted. */
export function WindowedCall({ smallWindow }: { smallWindow: SmallWindow }) {
  return createPortal(
    <MeetingsRoot data-meetings-part="call-window">
      <MiniCall />
    </MeetingsRoot>,
    smallWindow.body,
  )
}
