'use client'
import type { WaitingPerson } from '@meetings/contract'
import { useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useFormats } from '../../i18n/useFormats.ts'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { Notice } from '../notices/notice.ts'
import { useViewOf } from '../useViewOf.ts'
import { useDecide } from './useDecide.ts'
import { useDoorWatch } from './useDoorWatch.ts'
import { useDoorWords } from './useDoorWords.ts'

const NOBODY: readonly WaitingPerson[] = []

/** That somebody waits, with the way to let them in. Somebody else is another notice, so that hiding one hides no other. */
export function useDoorNotices(): Notice[] {
  useDoorWatch()
  const { callView } = useRuntime('VideoCallModal')
  const words = useDoorWords()
  const { list } = useFormats()
  const decide = useDecide()
  const waiting = useViewOf(selectWaiting)
  const [failedFor, setFailedFor] = useState<string | null>(null)
  const [first] = waiting
  if (!first) return []

  const id = `waiting-${waiting.map(({ identity }) => identity).join(' ')}`
  if (failedFor === id)
    return [{ id: `${id} failed`, tone: 'warning', text: words.doorFailed, ...admission() }]
  const text =
    waiting.length === 1
      ? fillMessage(words.personWaits, { name: first.name })
      : fillMessage(words.peopleWait, { people: list(waiting.map(({ name }) => name)) })
  return [{ id, tone: 'info', text, ...admission() }]

  function admission(): Pick<Notice, 'button' | 'canHide'> {
    const press = async () => {
      if (!first) return
      const hasWorked = await decide((client, bookingId) =>
        client.admitParticipant(bookingId, first.identity),
      )
      setFailedFor(hasWorked ? null : id)
    }
    const show = () => callView.set({ panel: 'people', isMinimised: false })
    const button =
      waiting.length === 1
        ? { label: words.admit, press: () => void press() }
        : { label: words.showWaiting, press: show }
    return { button, canHide: true }
  }
}

const selectWaiting = ({ door }: CallView) => door?.waiting ?? NOBODY
