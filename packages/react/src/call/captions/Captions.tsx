'use client'
import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useAroundWords } from '../notices/useAroundWords.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { useViewOf } from '../useViewOf.ts'
import { CAPTION_MS, nextCaptions, type ShownCaption, withoutOld } from './next-captions.ts'

/**
 * What is said, where the service writes it down. Not announced: who listens hears the voices themselves.
 * Hidden once, it stays hidden for this call, unless the menu brings it back.
 */
export function Captions() {
  const { calls, callView, clock } = useRuntime('VideoCallModal')
  const words = useAroundWords()
  const { dismiss, you } = useCallWords()
  const nameOf = useNameOf()
  const [shown, setShown] = useState<readonly ShownCaption[]>([])
  const isHidden = useViewOf(selectIsHidden)

  useEffect(() => {
    return calls.onCaption((caption) => {
      if (callView.get().captions === 'none') callView.set({ captions: 'shown' })
      setShown((old) => nextCaptions(old, caption, clock.now()))
    })
  }, [calls, callView, clock])

  useEffect(() => {
    if (shown.length === 0) return
    const first = Math.min(...shown.map(({ until }) => until))
    const wait = Math.min(Math.max(0, first - clock.now()), CAPTION_MS)
    return clock.after(wait, () => setShown((old) => withoutOld(old, clock.now())))
  }, [clock, shown])

  if (isHidden || shown.length === 0) return null
  return (
    <div role="region" aria-label={words.captions} data-meetings-part="captions">
      <div data-meetings-part="captions-lines">
        {shown.map(({ id, sid, text, language }) => (
          <div key={id} data-meetings-part="caption">
            <b dir="auto">{speakerOf(calls.getState(), sid, nameOf, you)}</b>{' '}
            <span dir="auto" lang={language ?? undefined}>
              {text}
            </span>
          </div>
        ))}
      </div>
      <button
        type="button"
        aria-label={dismiss}
        data-meetings-part="notice-hide"
        onClick={() => callView.set({ captions: 'hidden' })}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  )
}

const selectIsHidden = ({ captions }: CallView) => captions === 'hidden'

function speakerOf(
  { session }: CallState,
  sid: string,
  nameOf: (identity: string) => string,
  you: string,
): string {
  if (!('room' in session)) return ''
  const { local, remotes } = session.room
  if (sid === local.sid) return you
  const person = remotes.find((remote) => remote.sid === sid)
  return person ? nameOf(person.identity) : ''
}
