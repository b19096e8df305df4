import type { CSSProperties } from 'react'
import type { Place } from '../stage/place-tiles.ts'

/** Puts a tile where the stage wants it. Without a place the tile lies in the flow, as before the size is known. */
export function placeStyle(place: Place | null | undefined): CSSProperties | undefined {
  if (!place) return undefined
  const { x, y, width, height } = place
  return {
    position: 'absolute',
    insetInlineStart: x,
    insetBlockStart: y,
    inlineSize: width,
    blockSize: height,
  }
}

/** Whether two places are the same, for memo: a new plan of the stage makes new objects. */
export function isSamePlace(one: Place | null | undefined, other: Place | null | undefined): boolean {
  if (!one || !other) return one === other
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}
