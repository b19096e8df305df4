'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import type { Notice } from './notice.ts'
import { useAroundWords } from './useAroundWords.ts'
import { useLasting } from './useLasting.ts'

const STOPPED_FOR_MS = 5_000

/** That the call is recorded, until it is read and hidden; the sign in the top bar stays. And that it is no more. */
export function useRecordingNotices(): Notice[] {
  const words = useAroundWords()
  const isRecording = useCallState(selectIsRecording)
  const wasRecording = useLasting(isRecording, 0, STOPPED_FOR_MS)
  if (isRecording) return [{ id: 'recording', tone: 'info', text: words.beingRecorded, canHide: true }]
  if (!wasRecording) return []
  return [{ id: 'recording-stopped', tone: 'info', text: words.recordingStopped, canHide: false }]
}

const selectIsRecording = ({ session }: CallState) => 'room' in session && session.room.isRecording
