import type { CSSProperties } from 'react'

export interface SkeletonProps {
  /** A CSS length. */
  width: string
  /** A CSS length for something that is no text; else the bar is one line of text. */
  height?: string
  /** How large the text is, against the text around it; 1 by default. */
  textSize?: number
  isRound?: boolean
}

/** A grey bar where text, a pill or a button will be: it takes the room that these will take. */
export function Skeleton({ width, height, textSize = 1, isRound = false }: SkeletonProps) {
  const style: CSSProperties = {
    inlineSize: width,
    ...(height !== undefined ? { blockSize: height, marginBlock: 0 } : { fontSize: `${textSize}em` }),
  }
  return (
    <span
      data-meetings-part="skeleton"
      data-state={isRound ? 'round' : 'square'}
      aria-hidden="true"
      style={style}
    />
  )
}
