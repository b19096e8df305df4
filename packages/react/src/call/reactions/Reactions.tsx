'use client'
import { useLoadedPart } from '../../loaded-part/useLoadedPart.ts'
import type { CallView } from '../../provider/call-view.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useTalkLaterWords } from '../people/useTalkLaterWords.ts'
import { useViewOf } from '../useViewOf.ts'

const loadPicker = () => import('./ReactionPicker.tsx')

/** The choice of reactions, while it is open. Its code is fetched then. */
export function Reactions() {
  const isOpen = useViewOf(selectIsOpen)
  const isConnected = useCallState(selectIsConnected)
  if (!isOpen || !isConnected) return null
  return (
    <div data-meetings-part="reactions">
      <LoadedPicker />
    </div>
  )
}

function LoadedPicker() {
  const words = useTalkLaterWords()
  const loaded = useLoadedPart(loadPicker)
  if (loaded.status === 'ready') return <loaded.part.ReactionPicker />
  return (
    <div role="status" data-meetings-part="reaction-picker" data-state={loaded.status}>
      {loaded.status === 'failed' && words.reactionsFailed}
    </div>
  )
}

const selectIsOpen = (view: CallView) => view.isReacting
const selectIsConnected = ({ session }: CallState) => session.phase === 'connected'
