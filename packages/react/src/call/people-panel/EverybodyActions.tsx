'use client'
import { useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'

/** What a host may do about everybody at once. */
export function EverybodyActions() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useTalkPanelWords()
  const hasHands = useCallState(selectHasHands)
  const [outcome, setOutcome] = useState('')
  const failed = words.commandFailed
  return (
    <div data-meetings-part="everybody-actions">
      <Button
        onClick={() =>
          setOutcome(calls.talk({ type: 'mute', identity: null }) ? words.everyoneMuted : failed)
        }
      >
        {words.muteEveryone}
      </Button>
      {hasHands && (
        <Button onClick={() => setOutcome(calls.talk({ type: 'lower-hand', identity: null }) ? '' : failed)}>
          {words.lowerAllHands}
        </Button>
      )}
      <div role="status" data-meetings-part="people-outcome">
        {outcome}
      </div>
    </div>
  )
}

const selectHasHands = ({ talk }: CallState) => talk.hands.length > 0
