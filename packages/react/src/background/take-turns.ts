/** Who uses something of which there is one. */
export interface Turns {
  /** Takes the latest turn. */
  begin(): Turn
}

export interface Turn {
  /** Whether nobody has begun since, or all who have are done. */
  isMine(): boolean
  done(): void
}

/** The newest goes first; when it is done, the one before goes on. */
export function takeTurns(): Turns {
  const waiting: Turn[] = []
  return {
    begin() {
      const turn: Turn = {
        isMine: () => waiting.at(-1) === turn,
        done() {
          const place = waiting.indexOf(turn)
          if (place !== -1) waiting.splice(place, 1)
        },
      }
      waiting.push(turn)
      return turn
    },
  }
}
