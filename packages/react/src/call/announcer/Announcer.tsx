'use client'
import { useEffect, useRef, useState } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { RoomSnapshot } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { describeChanges } from './describe-changes.ts'

/** Tells screen readers who comes, goes, mutes and shares. Nothing is to be seen. */
export function Announcer() {
  const words = useCallWords()
  const nameOf = useNameOf()
  const room = useCallState(selectRoom)
  const before = useRef<RoomSnapshot | null>(null)
  const [text, setText] = useState('')

  useEffect(() => {
    if (!room || room === before.current) return
    const said = describeChanges(before.current, room, nameOf, words)
    before.current = room
    if (said.length > 0) setText(said.join('. '))
  }, [room, nameOf, words])

  return <VisuallyHidden role="status">{text}</VisuallyHidden>
}

const selectRoom = ({ session }: CallState) => ('room' in session ? session.room : null)
