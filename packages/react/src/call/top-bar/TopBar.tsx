'use client'
import Minimize2 from 'lucide-react/icons/minimize-2'
import { useFormats } from '../../i18n/useFormats.ts'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { CallButton } from '../control-bar/CallButton.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useMeetingName } from '../people/useMeetingName.ts'
import { useOtherPeople } from '../people/useOtherPeople.ts'
import { useTalkWords } from '../people/useTalkWords.ts'
import { useViewOf } from '../useViewOf.ts'
import { elapsedText, isNearlyOver, timeLeftText } from './time-in-call.ts'
import { useNow } from './useNow.ts'

/** What and with whom, how long already, how long still, and the way back to the page. */
export function TopBar() {
  const { callView } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const { list } = useFormats()
  const names = useOtherPeople('VideoCallModal').map((person) => person.name)
  const meeting = useMeetingName('VideoCallModal')
  const people = names.length > 0 ? list(names) : null
  return (
    <div data-meetings-part="top-bar">
      <div role="heading" aria-level={2} dir="auto" data-meetings-part="call-title">
        {meeting ?? people ?? words.videoCall}
      </div>
      {meeting !== null && people !== null && (
        <div dir="auto" data-meetings-part="call-people">
          {people}
        </div>
      )}
      <LockSign />
      <RecordingSign />
      <CallTime />
      <CallButton
        part="minimise-button"
        label={words.minimise}
        icon={Minimize2}
        state="on"
        onPress={() => callView.set({ isMinimised: true })}
      />
    </div>
  )
}

/** Stays for as long as the service records; that it began and ended is told by a notice. */
function RecordingSign() {
  const words = useCallWords()
  const isRecording = useCallState(selectIsRecording)
  return isRecording ? <div data-meetings-part="recording-sign">{words.recording}</div> : null
}

/** For whoever is in charge: nobody else is told. */
function LockSign() {
  const words = useTalkWords()
  const isLocked = useViewOf(selectIsLocked)
  return isLocked ? <div data-meetings-part="lock-sign">{words.locked}</div> : null
}

/** Renders each second, and nothing else does. */
function CallTime() {
  const words = useCallWords()
  const { shortDuration } = useFormats()
  const now = useNow(1000)
  const since = useCallState(selectSince)
  const endsAt = useCallState(selectEndsAt)
  const left = endsAt === undefined ? null : Date.parse(endsAt) - now
  return (
    <div data-meetings-part="call-time">
      {since !== null && (
        <span role="timer" aria-label={words.elapsed} data-meetings-part="call-elapsed">
          {elapsedText(now - since)}
        </span>
      )}
      {left !== null && (
        <span data-meetings-part="call-time-left" data-nearly-over={isNearlyOver(left) || undefined}>
          {timeLeftText(left, shortDuration, words)}
        </span>
      )}
    </div>
  )
}

const selectSince = ({ session }: CallState) => ('since' in session ? session.since : null)
const selectEndsAt = ({ session }: CallState) => ticketOf(session)?.endsAt
const selectIsLocked = ({ door }: CallView) => door?.isLocked === true
const selectIsRecording = ({ session }: CallState) => 'room' in session && session.room.isRecording
