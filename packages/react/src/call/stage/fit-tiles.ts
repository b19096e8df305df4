export interface TileFit {
  columns: number
  /** Pixels, rounded down so that a row never breaks. */
  width: number
  height: number
}

export const TILE_GAP = 12

const WIDE = 16 / 9

/**
 * The arrangement of `count` equal tiles that makes them largest on a stage of this size.
 * Tiles are 16:9. Where that would leave a lot of a stage empty they may grow taller, because a face
 * can lose its sides: to 4:3 on a wide stage, to 3:4 on an upright one, and one alone fills an upright stage.
 */
export function fitTiles(count: number, stage: { width: number; height: number }, gap = TILE_GAP): TileFit {
  const isUpright = stage.height > stage.width
  const narrowest = isUpright ? (count === 1 ? 0 : 3 / 4) : count === 1 ? WIDE : 4 / 3
  let best: TileFit = { columns: 1, width: 0, height: 0 }
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns)
    const cellWidth = (stage.width - gap * (columns - 1)) / columns
    const cellHeight = (stage.height - gap * (rows - 1)) / rows
    const width = Math.floor(Math.min(cellWidth, cellHeight * WIDE))
    const height = Math.floor(Math.min(cellHeight, narrowest === 0 ? cellHeight : cellWidth / narrowest))
    if (width > 0 && height > 0 && width * height > best.width * best.height) {
      best = { columns, width, height }
    }
  }
  return best
}
