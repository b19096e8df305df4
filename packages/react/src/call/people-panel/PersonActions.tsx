'use client'
import { useCallback, useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Button } from '../../theme/button/Button.tsx'
import { handPlaceIn } from '../hands/hands-in.ts'
import { useRemote } from '../people/useRemote.ts'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'
import { RemovePerson } from './RemovePerson.tsx'

export interface PersonActionsProps {
  id: string
  sid: string
  identity: string
  name: string
  onDone(): void
}

/** What a host may do about one person. Nobody can unmute another: that is asked for. */
export function PersonActions({ id, sid, identity, name, onDone }: PersonActionsProps) {
  const { calls } = useRuntime('VideoCallModal')
  const words = useTalkPanelWords()
  const person = useRemote(sid)
  const place = useCallState(useCallback((state: CallState) => handPlaceIn(state, identity), [identity]))
  const [outcome, setOutcome] = useState('')
  const [isRemoving, setIsRemoving] = useState(false)
  const fill = (template: string) => fillMessage(template, { name })
  const isHeard = person?.microphone?.isEnabled === true

  function mute(): void {
    if (calls.talk({ type: 'mute', identity })) onDone()
    else setOutcome(words.commandFailed)
  }

  return (
    <div
      id={id}
      role="group"
      aria-label={fill(words.actionsFor)}
      data-meetings-part="person-actions"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Closes these actions and not the panel around them.
        event.preventDefault()
        const row = event.currentTarget.closest('[data-meetings-part="person"]')
        row?.querySelector<HTMLElement>('[data-meetings-part="person-more"]')?.focus()
        onDone()
      }}
    >
      {isRemoving ? (
        <RemovePerson identity={identity} name={name} onKeep={() => setIsRemoving(false)} />
      ) : (
        <>
          {isHeard ? (
            <Button onClick={mute}>{fill(words.mutePerson)}</Button>
          ) : (
            <Button
              onClick={() => {
                const isAsked = calls.talk({ type: 'ask-unmute', identity })
                setOutcome(isAsked ? fill(words.personAsked) : words.commandFailed)
              }}
            >
              {fill(words.askToUnmute)}
            </Button>
          )}
          {place !== null && (
            <Button onClick={() => calls.talk({ type: 'lower-hand', identity })}>
              {fill(words.lowerHandOf)}
            </Button>
          )}
          <Button look="danger" onClick={() => setIsRemoving(true)}>
            {fill(words.removePerson)}
          </Button>
        </>
      )}
      <div role="status" data-meetings-part="people-outcome">
        {outcome}
      </div>
    </div>
  )
}
