import MicOff from 'lucide-react/icons/mic-off'
import type { ReactNode } from 'react'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { HandSign } from '../hands/HandSign.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { TileReactions } from '../reactions/TileReactions.tsx'
import type { Place } from '../stage/place-tiles.ts'
import { useStageWords } from '../stage/useStageWords.ts'
import { Avatar } from './Avatar.tsx'
import { NetworkSign } from './NetworkSign.tsx'
import { placeStyle } from './place-style.ts'

export interface TileProps {
  identity: string
  name: string
  isLocal?: boolean
  isMuted: boolean
  isReconnecting?: boolean
  isSpeaking?: boolean
  /** The service does not send the picture now: the last one stands still. */
  isPaused?: boolean
  /** Small, in a corner of the stage. */
  isFloating?: boolean
  /** From 0 to 5; `null` while it is not known. */
  networkQuality?: number | null
  /** `false` for a tile that stands alone instead of in the list of people. */
  isListed?: boolean
  place?: Place | null
  /** The picture; without one the initials show. */
  children?: ReactNode
  /** What lies on the picture and can be pressed. */
  actions?: ReactNode
}

/** One person: picture or initials, their name, and whether they speak, are muted or shaky. */
export function Tile(props: TileProps) {
  const { identity, name, isLocal = false, isMuted, isListed = true, networkQuality = null, children } = props
  const { isReconnecting = false, isSpeaking = false, isPaused = false, isFloating = false } = props
  const words = useCallWords()
  const stageWords = useStageWords()
  const hasPicture = Boolean(children)
  return (
    <div
      role={isListed ? 'listitem' : undefined}
      data-meetings-part="tile"
      data-state={isReconnecting ? 'reconnecting' : 'connected'}
      data-local={isLocal || undefined}
      data-muted={isMuted || undefined}
      data-speaking={isSpeaking || undefined}
      data-floating={isFloating || undefined}
      data-camera={hasPicture ? 'on' : 'off'}
      style={placeStyle(props.place)}
    >
      <Avatar identity={identity} name={name} />
      {children}
      {isReconnecting && (
        <span data-meetings-part="tile-notice">
          <Spinner />
          {words.personReconnecting}
        </span>
      )}
      {isPaused && !isReconnecting && (
        <span data-meetings-part="tile-notice" data-reason="paused">
          {stageWords.picturePaused}
        </span>
      )}
      <span data-meetings-part="tile-label">
        {isMuted && <MicOff role="img" aria-label={words.muted} />}
        <NetworkSign quality={networkQuality} />
        <span dir="auto" data-meetings-part="tile-name">
          {isLocal ? words.you : name}
        </span>
        {!hasPicture && <VisuallyHidden>{words.cameraOff}</VisuallyHidden>}
      </span>
      <HandSign identity={identity} />
      <TileReactions identity={identity} />
      {props.actions}
    </div>
  )
}
