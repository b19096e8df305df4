'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { ticketOf } from '../../session/call-session.ts'
import { Button } from '../../theme/button/Button.tsx'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { useStageLaterWords } from '../stage/useStageLaterWords.ts'
import { DialogFrame } from './DialogFrame.tsx'

/** Asks before a meeting is ended for everybody. What the server refuses is said here, and may be tried again. */
export function Dialog({ onClose }: { onClose(): void }) {
  const { calls, moderation } = useRuntime('VideoCallModal')
  const words = useStageLaterWords()
  const [isEnding, setEnding] = useState(false)
  const [problem, setProblem] = useState<MeetingsProblem | null>(null)
  const stop = useRef<AbortController | null>(null)
  useLayoutEffect(
    () => () => {
      if (!stop.current) return
      stop.current.abort()
      const { session } = calls.getState()
      // The room often says that it is over before the server has answered. Who ended it knows, and is out at once.
      if (session.phase === 'ended' && session.end.kind === 'completed') calls.dismiss()
    },
    [calls],
  )

  async function end(): Promise<void> {
    const ticket = ticketOf(calls.getState().session)
    if (!ticket || isEnding) return
    setEnding(true)
    setProblem(null)
    stop.current = new AbortController()
    const { signal } = stop.current
    const answer = await moderation().then(
      (hosting) => hosting.endVideo(ticket.bookingId, { signal }),
      () => ({ ok: false as const, problem: CODE_MISSING }),
    )
    if (signal.aborted) return
    stop.current = null
    setEnding(false)
    if (!answer.ok) return setProblem(answer.problem)
    onClose()
    // The room ends for the others; who ended it need not be told so.
    await calls.leave()
  }

  return (
    <DialogFrame
      role="alertdialog"
      title={words.endTitle}
      detail={words.endDetail}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.endCancel}</Button>
          <Button look="danger" isBusy={isEnding} onClick={() => void end()}>
            {words.endForAll}
          </Button>
        </>
      }
    >
      {problem && <ErrorPanel problem={problem} size="inline" />}
    </DialogFrame>
  )
}

/** The code that asks could not be fetched: for a person the same as a network that is gone. */
const CODE_MISSING: MeetingsProblem = { code: 'NETWORK_UNREACHABLE', retryable: true }
