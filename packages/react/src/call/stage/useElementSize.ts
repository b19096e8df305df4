'use client'
import { type RefObject, useLayoutEffect, useState } from 'react'

interface Size {
  width: number
  height: number
}

/** The inner size of an element in CSS pixels, kept up to date; `null` before it is known. */
export function useElementSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)

  useLayoutEffect(() => {
    const target = element.current
    if (!target || typeof ResizeObserver === 'undefined') return
    const read = ({ width, height }: Size) =>
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }))
    const style = getComputedStyle(target)
    read({
      width: target.clientWidth - pixels(style.paddingInlineStart) - pixels(style.paddingInlineEnd),
      height: target.clientHeight - pixels(style.paddingBlockStart) - pixels(style.paddingBlockEnd),
    })
    const observer = new ResizeObserver(([entry]) => entry && read(entry.contentRect))
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])

  return size
}

function pixels(value: string): number {
  return Number.parseFloat(value) || 0
}
