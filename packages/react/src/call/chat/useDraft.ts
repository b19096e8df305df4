'use client'
import { useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallController, CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'

/** What is half written, for each provider: gone with the call it was written in. */
const drafts = new WeakMap<CallController, { bookingId: string; text: string }>()

/** The text of the field, kept while the chat is closed or the call is minimised. */
export function useDraft(): [text: string, setText: (text: string) => void] {
  const { calls } = useRuntime('VideoCallModal')
  const bookingId = useCallState(selectBookingId)
  const [text, setText] = useState(() => {
    const draft = drafts.get(calls)
    return draft?.bookingId === bookingId ? draft.text : ''
  })
  return [
    text,
    (next) => {
      drafts.set(calls, { bookingId, text: next })
      setText(next)
    },
  ]
}

const selectBookingId = ({ session }: CallState) => ticketOf(session)?.bookingId ?? ''
