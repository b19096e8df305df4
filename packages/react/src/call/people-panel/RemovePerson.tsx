'use client'
import { useEffect, useRef, useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { ticketOf } from '../../session/call-session.ts'
import { Button } from '../../theme/button/Button.tsx'
import { showDoor } from '../door/show-door.ts'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'

/** Asks before somebody is sent out, then sends them out. */
export function RemovePerson(props: { identity: string; name: string; onKeep(): void }) {
  const { identity, name, onKeep } = props
  const { calls, callView, moderation } = useRuntime('VideoCallModal')
  const words = useTalkPanelWords()
  const [state, setState] = useState<'asking' | 'removing' | 'failed'>('asking')
  const question = useRef<HTMLDivElement>(null)
  const fill = (template: string) => fillMessage(template, { name })

  useEffect(() => question.current?.focus(), [])

  async function remove(): Promise<void> {
    const bookingId = ticketOf(calls.getState().session)?.bookingId
    if (bookingId === undefined) return
    setState('removing')
    try {
      const client = await moderation()
      const answer = await client.removeParticipant(bookingId, identity)
      // When it works the room tells: their row goes away, and this with it.
      if (answer.ok) showDoor(callView, answer.value)
      else setState('failed')
    } catch {
      setState('failed')
    }
  }

  return (
    <>
      <div ref={question} tabIndex={-1} data-meetings-part="remove-question">
        <div data-meetings-part="remove-title">{fill(words.removeQuestion)}</div>
        <div>{words.removeDetail}</div>
      </div>
      <Button look="danger" isBusy={state === 'removing'} onClick={() => void remove()}>
        {words.removeConfirm}
      </Button>
      <Button onClick={onKeep}>{words.keepPerson}</Button>
      <div role="alert" data-meetings-part="people-outcome">
        {state === 'failed' && fill(words.removeFailed)}
      </div>
    </>
  )
}
