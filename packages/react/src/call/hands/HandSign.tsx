'use client'
import Hand from 'lucide-react/icons/hand'
import { useCallback } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useTalkWords } from '../people/useTalkWords.ts'
import { handPlaceIn } from './hands-in.ts'

/** A raised hand on somebody's tile. */
export function HandSign({ identity }: { identity: string }) {
  const { handRaised } = useTalkWords()
  const place = useCallState(useCallback((state: CallState) => handPlaceIn(state, identity), [identity]))
  if (place === null) return null
  return (
    <span role="img" aria-label={handRaised} data-meetings-part="hand-sign">
      <Hand aria-hidden="true" />
    </span>
  )
}
