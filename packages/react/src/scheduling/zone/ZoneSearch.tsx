'use client'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'
import { listZones, searchZones } from './zones.ts'

export interface ZoneSearchProps {
  id: string
  now: number
  timeZone: string
  onChoose(timeZone: string): void
  onClose(): void
}

/** A field and a list that stay together: typing filters, arrows move, Enter chooses, Escape closes this and no more. */
export function ZoneSearch({ id, now, timeZone, onChoose, onClose }: ZoneSearchProps) {
  const words = useSchedulingWords()
  const viewer = useViewer(timeZone)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const zones = useMemo(() => listZones(now, timeZone), [now, timeZone])
  const found = useMemo(() => searchZones(zones, search), [zones, search])
  const [active, setActive] = useState(timeZone)
  const activeIndex = Math.max(
    0,
    found.findIndex((zone) => zone.id === active),
  )
  const optionId = (index: number) => `${listId}-${index}`

  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const option = list.current?.children[activeIndex]
    option?.scrollIntoView?.({ block: 'nearest' })
  }, [activeIndex])

  function move(index: number): void {
    const zone = found[Math.min(Math.max(index, 0), found.length - 1)]
    if (zone) setActive(zone.id)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined) move(activeIndex + step)
    else if (event.key === 'Enter') {
      const zone = found[activeIndex]
      if (zone) onChoose(zone.id)
    } else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div id={id} data-meetings-part="zone-search">
      <input
        ref={input}
        role="combobox"
        aria-label={words.timeZone}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(activeIndex) : undefined}
        autoComplete="off"
        data-meetings-part="input"
        placeholder={words.searchZone}
        value={search}
        onChange={(event) => {
          const next = event.target.value
          setSearch(next)
          // What fits best is what Enter takes.
          const [best] = searchZones(zones, next)
          if (best) setActive(next === '' ? timeZone : best.id)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={words.timeZone} data-meetings-part="zones">
        {found.map((zone, index) => (
          // The field has the keyboard; the pointer only chooses.
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which owns this list.
          <div
            key={zone.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={zone.id === timeZone}
            data-meetings-part="zone"
            data-state={index === activeIndex ? 'active' : 'idle'}
            onClick={() => onChoose(zone.id)}
          >
            <span>
              {zone.city} <span data-meetings-part="zone-region">{zone.region}</span>
            </span>
            <bdi>{zone.offset}</bdi>
          </div>
        ))}
      </div>
      {found.length === 0 && <div data-meetings-part="no-zone">{words.noZone}</div>}
      <VisuallyHidden as="p">
        <span role="status">{search === '' ? '' : viewer.count(found.length, words.zoneCount)}</span>
      </VisuallyHidden>
    </div>
  )
}
