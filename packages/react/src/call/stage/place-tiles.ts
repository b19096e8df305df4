import type { StageLayout } from './arrange-stage.ts'
import { fitTiles, TILE_GAP } from './fit-tiles.ts'

/** Pixels from the inline start and the top of the stage. */
export interface Place {
  x: number
  y: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

export interface Places {
  /** For the large person or screen. */
  main: Place | null
  /** For everybody else, in their order. */
  tiles: readonly Place[]
}

const WIDE = 16 / 9
/** A tile of a strip may be this much shorter than 16:9, if one more fits then. */
const SHORTEST = 0.84
/** More on one page is a wall of stamps, and more pictures than a network should carry. */
const MOST_ON_A_PAGE = 25

/** Where the large one and `count` others go on a stage of this size. */
export function placeTiles(layout: StageLayout, count: number, stage: Size): Places {
  const whole: Place = { x: 0, y: 0, ...stage }
  if (layout === 'grid') return { main: null, tiles: gridIn(whole, count) }
  if (layout === 'alone' || layout === 'duo') return { main: centredIn(whole), tiles: [] }
  const { main, side } = split(layout, count, stage)
  return { main: layout === 'screen' ? main : centredIn(main), tiles: sideTiles(side, count, stage) }
}

/** How many tiles, the large one not counted, are large enough to see somebody in; at least 1. */
export function capacityOf(layout: StageLayout, stage: Size): number {
  if (layout === 'alone' || layout === 'duo') return 1
  if (layout === 'grid') return mostIn(stage, stage.width < 700 ? 150 : 180)
  const { side } = split(layout, MOST_ON_A_PAGE, stage)
  if (isUpright(stage)) return mostIn(side, Math.min(104, side.width))
  const least = (side.width / WIDE) * SHORTEST
  return Math.max(1, Math.floor((side.height + TILE_GAP) / (least + TILE_GAP)))
}

/** A small picture in the bottom end corner of the large one. */
export function floatIn(main: Place): Place {
  const upright = isUpright(main)
  const share = main.width * (upright ? 0.26 : 0.19)
  const width = Math.round(upright ? clamp(84, share, 160) : clamp(112, share, 232))
  const height = Math.round(upright ? (width * 4) / 3 : width / WIDE)
  return {
    x: main.x + main.width - width - TILE_GAP,
    y: main.y + main.height - height - TILE_GAP,
    width,
    height,
  }
}

const isUpright = ({ width, height }: Size) => height > width
const clamp = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most)

/** The large place, and beside it (below it on an upright stage) the one for the others. */
function split(layout: StageLayout, count: number, { width, height }: Size): { main: Place; side: Place } {
  if (!isUpright({ width, height })) {
    const sideWidth = Math.round(clamp(150, width * 0.18, 260))
    const mainWidth = count === 0 ? width : width - sideWidth - TILE_GAP
    return {
      main: { x: 0, y: 0, width: mainWidth, height },
      side: { x: mainWidth + TILE_GAP, y: 0, width: sideWidth, height },
    }
  }
  // Screens are wider than high; a line below them says whose they are.
  const wanted = layout === 'screen' ? (width * 10) / 16 + 24 : height * 0.62
  const mainHeight = count === 0 ? height : Math.round(Math.min(wanted, height * 0.62))
  return {
    main: { x: 0, y: 0, width, height: mainHeight },
    side: { x: 0, y: mainHeight + TILE_GAP, width, height: Math.max(0, height - mainHeight - TILE_GAP) },
  }
}

function sideTiles(side: Place, count: number, stage: Size): Place[] {
  if (isUpright(stage)) return gridIn(side, count)
  const height = Math.floor(Math.min(side.width / WIDE, (side.height - TILE_GAP * (count - 1)) / count))
  const used = count * height + (count - 1) * TILE_GAP
  const top = side.y + Math.max(0, Math.floor((side.height - used) / 2))
  return Array.from({ length: count }, (_, index) => ({
    x: side.x,
    y: top + index * (height + TILE_GAP),
    width: side.width,
    height,
  }))
}

function gridIn(area: Place, count: number): Place[] {
  const { columns, width, height } = fitTiles(count, area)
  const rows = Math.ceil(count / columns)
  const top = area.y + Math.floor((area.height - rows * height - (rows - 1) * TILE_GAP) / 2)
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    // The last row may be shorter: it stands in the middle.
    const inRow = Math.min(columns, count - row * columns)
    const start = area.x + Math.floor((area.width - inRow * width - (inRow - 1) * TILE_GAP) / 2)
    return {
      x: start + (index % columns) * (width + TILE_GAP),
      y: top + row * (height + TILE_GAP),
      width,
      height,
    }
  })
}

function centredIn(area: Place): Place {
  const { width, height } = fitTiles(1, area)
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  }
}

function mostIn(area: Size, leastWidth: number): number {
  for (let count = MOST_ON_A_PAGE; count > 1; count -= 1) {
    if (fitTiles(count, area).width >= leastWidth) return count
  }
  return 1
}
