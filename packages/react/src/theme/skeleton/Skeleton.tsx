import type { CSSProperties } from 'react'

/** A grey bar where text or a button will be. Lengths are CSS lengths; the height defaults to one line. */
export function Skeleton({ width, height }: { width: CSSProperties['inlineSize']; height?: string }) {
  return (
    <span
      data-meetings-part="skeleton"
      aria-hidden="true"
      style={{ inlineSize: width, ...(height !== undefined && { blockSize: height }) }}
    />
  )
}
