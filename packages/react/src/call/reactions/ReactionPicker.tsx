'use client'
import { type KeyboardEvent, useCallback, useRef } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { REACTION_KINDS } from '../../talk/reaction-kinds.ts'
import { useTalkWords } from '../people/useTalkWords.ts'
import { REACTION_FACES } from './reaction-faces.ts'
import { useDismiss } from './useDismiss.ts'

/** Every reaction, one press away. The arrow keys go from one to the next; after a press it closes. */
export function ReactionPicker() {
  const { calls, callView } = useRuntime('VideoCallModal')
  const words = useTalkWords()
  const group = useRef<HTMLDivElement>(null)
  const close = useDismiss(
    group,
    useCallback(() => callView.set({ isReacting: false }), [callView]),
  )

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
    const steps: Record<string, number> = isMirrored
      ? { ArrowLeft: 1, ArrowRight: -1 }
      : { ArrowLeft: -1, ArrowRight: 1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = buttons.findIndex((button) => button.matches(':focus'))
    buttons.at((at + step) % buttons.length)?.focus()
  }

  return (
    <div
      ref={group}
      role="toolbar"
      aria-label={words.reactions}
      data-meetings-part="reaction-picker"
      onKeyDown={onKeyDown}
    >
      {REACTION_KINDS.map((kind) => {
        const { face, word } = REACTION_FACES[kind]
        return (
          <button
            key={kind}
            type="button"
            aria-label={words[word]}
            title={words[word]}
            data-meetings-part="reaction-choice"
            onClick={() => {
              calls.talk({ type: 'react', kind })
              close()
            }}
          >
            <span aria-hidden="true">{face}</span>
          </button>
        )
      })}
    </div>
  )
}
