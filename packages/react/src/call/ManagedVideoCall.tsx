'use client'
import { createPortal } from 'react-dom'
import { useLoadedPart } from '../loaded-part/useLoadedPart.ts'
import type { CallView } from '../provider/call-view.ts'
import { useCallState } from '../provider/useCallState.ts'
import type { CallState } from '../session/call-controller.ts'
import { isCallOpen } from '../session/call-session.ts'
import type { CallOptions } from './call-options.ts'
import { useViewOf } from './useViewOf.ts'
import { VideoCallModal } from './VideoCallModal.tsx'

export type ManagedVideoCallProps = CallOptions

/**
 * Shows the call above everything while one is open, and nothing otherwise. Put it last inside
 * `<MeetingProvider>`, at the root of the app, so that the call survives every navigation.
 * Its layer is `--meetings-z-call` (2000).
 *
 * @example
 * <MeetingProvider>
 *   <App />
 *   <ManagedVideoCall />
 * </MeetingProvider>
 *
 * @example <caption>A button of your own, no reactions, another key</caption>
 * const components = { LeaveButton: MyLeaveButton, ReactionsButton: null }
 * const shortcuts = { toggleMicrophone: 'ctrl+d', pushToTalk: null }
 * <ManagedVideoCall components={components} shortcuts={shortcuts} />
 */
export function ManagedVideoCall(props: ManagedVideoCallProps) {
  const isOpen = useCallState(selectIsOpen, 'ManagedVideoCall')
  const isAsking = useViewOf(selectIsAsking, 'ManagedVideoCall')
  if (isOpen) return createPortal(<VideoCallModal {...props} />, document.body)
  return isAsking ? createPortal(<FeedbackWhenLoaded />, document.body) : null
}

/** Nobody misses a question that could not be loaded. */
function FeedbackWhenLoaded() {
  const loaded = useLoadedPart(loadFeedback)
  return loaded.status === 'ready' ? <loaded.part.FeedbackCard /> : null
}

const loadFeedback = () => import('./feedback/FeedbackCard.tsx')

const selectIsAsking = ({ asksAbout }: CallView) => asksAbout !== null

function selectIsOpen({ session }: CallState): boolean {
  return isCallOpen(session)
}
