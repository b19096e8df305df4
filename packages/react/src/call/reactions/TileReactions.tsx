'use client'
import { type CSSProperties, useCallback } from 'react'
import type { CallState } from '../../session/call-controller.ts'
import { useCallList } from '../people/useCallList.ts'
import { useTalkWords } from '../people/useTalkWords.ts'
import { REACTION_FACES } from './reaction-faces.ts'

/** What somebody feels right now, rising over their picture; under reduced motion it stands in a corner. */
export function TileReactions({ identity }: { identity: string }) {
  const words = useTalkWords()
  const reactions = useCallList(
    useCallback(
      ({ talk }: CallState) => talk.reactions.filter((reaction) => reaction.identity === identity),
      [identity],
    ),
  )
  if (reactions.length === 0) return null
  return (
    <span data-meetings-part="tile-reactions">
      {reactions.map(({ id, kind }) => {
        const { face, word } = REACTION_FACES[kind]
        return (
          <span
            key={id}
            role="img"
            aria-label={words[word]}
            data-meetings-part="flying-reaction"
            // Five lanes, so that applause does not rise in one column.
            style={{ '--meetings-lane': id % 5 } as CSSProperties}
          >
            {face}
          </span>
        )
      })}
    </span>
  )
}
