'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useFormats } from '../../i18n/useFormats.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { useCallLaterWords } from '../people/useCallLaterWords.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { useTalkLaterWords } from '../people/useTalkLaterWords.ts'
import { type CallNews, type CallScene, newsBetween } from './call-news.ts'
import { sayNews } from './say-news.ts'

/** After something was told, what comes within this time is gathered and told together; in milliseconds. */
const GATHER_MS = 1_500

/**
 * Tells screen readers who comes, goes, mutes and shares, whose hand is up, what is written and what a host
 * does. Politely: the first news at once, and what follows it in a heap as one. Nothing is to be seen.
 *
 * @param since the room as it was when nobody announced yet.
 */
export function Announcer({ since }: { since?: RefObject<CallScene | null> }) {
  const { clock } = useRuntime('VideoCallModal')
  const call = useCallLaterWords()
  const talkWords = useTalkLaterWords()
  const nameOf = useNameOf()
  const { list } = useFormats()
  const room = useCallState(selectRoom)
  const talk = useCallState(selectTalk)
  const before = useRef<CallScene | null>(since?.current ?? null)
  const waiting = useRef<CallNews[]>([])
  const cancel = useRef<(() => void) | null>(null)
  const latest = useRef({ call, talk: talkWords, nameOf, list })
  latest.current = { call, talk: talkWords, nameOf, list }
  const [told, setTold] = useState({ id: 0, text: '' })

  useEffect(() => {
    if (!room) return
    const scene = { room, talk }
    waiting.current.push(...newsBetween(before.current, scene))
    before.current = scene

    function tell(): void {
      cancel.current = null
      const said = sayNews(waiting.current.splice(0), latest.current)
      if (said.length === 0) return
      setTold(({ id }) => ({ id: id + 1, text: said.join('. ') }))
      cancel.current = clock.after(GATHER_MS, tell)
    }
    if (waiting.current.length > 0 && !cancel.current) tell()
  }, [clock, room, talk])

  useEffect(
    () => () => {
      cancel.current?.()
      cancel.current = null
    },
    [],
  )

  return (
    <VisuallyHidden role="status">
      {/* Another element each time, so that the same sentence twice is heard twice. */}
      <span key={told.id}>{told.text}</span>
    </VisuallyHidden>
  )
}

const selectRoom = ({ session }: CallState) => ('room' in session ? session.room : null)
const selectTalk = ({ talk }: CallState) => talk
