'use client'
import { useCallback, useMemo, useState } from 'react'
import type { CallView } from '../../provider/call-view.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { presenterIn, remotesIn, sidsIn } from '../people/people-in-room.ts'
import { useCallList } from '../people/useCallList.ts'
import { useViewOf } from '../useViewOf.ts'
import { arrangeStage, nextOrder, type StageLayout } from './arrange-stage.ts'
import { capacityOf, floatIn, type Place, placeTiles, type Size } from './place-tiles.ts'
import { useBigSpeaker } from './useBigSpeaker.ts'

export interface StagePlan {
  layout: StageLayout
  /** Whose screen is shown, by sid. */
  presenter: string | null
  screenPlace: Place | null
  /** Who is to be seen on this page, in order of arrival. `place` is `null` before the size is known. */
  people: readonly { sid: string; place: Place | null }[]
  self: { place: Place | null; isFloating: boolean } | null
  page: number
  pages: number
  turnTo(page: number): void
}

/** What is to be seen and where. Depends on who is there and on who is large, never on how they are. */
export function useStagePlan(size: Size | null): StagePlan {
  const others = useCallList(sidsIn)
  const presenter = useCallState(presenterIn)
  const pinned = usePinnedSid()
  const choice = useViewOf(selectLayout)
  const selfView = useViewOf(selectSelfView)
  const [isSpeakerWanted, setSpeakerWanted] = useState(false)
  const speaker = useBigSpeaker(isSpeakerWanted)
  const { layout, big } = arrangeStage({ others, isSharing: presenter !== null, pinned, speaker, choice })
  if (isSpeakerWanted !== (layout === 'speaker')) setSpeakerWanted(layout === 'speaker')

  const [order, setOrder] = useState<readonly string[]>(others)
  const ordered = layout === 'speaker' ? nextOrder(order, others, big) : others
  if (ordered !== order) setOrder(ordered)

  const [wantedPage, turnTo] = useState(0)

  const plan = useMemo(() => {
    const isFloating = selfView === 'floating' || (selfView === 'shown' && layout === 'duo')
    const hasTile = selfView === 'shown' && !isFloating && layout !== 'alone'
    const queue = beside(layout, ordered, big, pinned)
    const room = size ? capacityOf(layout, size) : queue.length + 1
    const perPage = Math.max(1, room - (hasTile ? 1 : 0))
    const pages = Math.max(1, Math.ceil(queue.length / perPage))
    const page = Math.min(wantedPage, pages - 1)
    const shown = queue.slice(page * perPage, page * perPage + perPage)
    const places = size && placeTiles(layout, shown.length + (hasTile ? 1 : 0), size)

    const found = new Map<string, Place | null>()
    if (big !== null) found.set(big, places?.main ?? null)
    for (const [index, sid] of shown.entries()) found.set(sid, places?.tiles[index] ?? null)
    const whole = size && { x: 0, y: 0, ...size }
    const selfPlace = isFloating
      ? whole && floatIn(places?.main ?? whole)
      : ((hasTile ? places?.tiles[shown.length] : places?.main) ?? null)

    return {
      screenPlace: layout === 'screen' ? (places?.main ?? null) : null,
      // In order of arrival, whatever their places: no tile moves in the document, so no focus is lost.
      people: others.flatMap((sid) => (found.has(sid) ? [{ sid, place: found.get(sid) ?? null }] : [])),
      self: selfView === 'hidden' && layout !== 'alone' ? null : { place: selfPlace, isFloating },
      page,
      pages,
    }
  }, [others, ordered, layout, big, pinned, selfView, size, wantedPage])

  return { ...plan, layout, presenter, turnTo }
}

/** Those who are not large, in their order. Beside a screen whoever is pinned comes first. */
function beside(
  layout: StageLayout,
  order: readonly string[],
  big: string | null,
  pinned: string | null,
): readonly string[] {
  if (layout === 'speaker' || layout === 'duo') return order.filter((sid) => sid !== big)
  if (layout !== 'screen' || pinned === null || !order.includes(pinned)) return order
  return [pinned, ...order.filter((sid) => sid !== pinned)]
}

function usePinnedSid(): string | null {
  const pinned = useViewOf(selectPinned)
  return useCallState(
    useCallback(
      (state: CallState) =>
        pinned === null ? null : (remotesIn(state).find((person) => person.identity === pinned)?.sid ?? null),
      [pinned],
    ),
  )
}

const selectLayout = ({ layout }: CallView) => layout
const selectSelfView = ({ selfView }: CallView) => selfView
const selectPinned = ({ pinned }: CallView) => pinned
