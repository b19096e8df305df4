import MicOff from 'lucide-react/icons/mic-off'
import type { ReactNode } from 'react'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { Avatar } from './Avatar.tsx'

export interface TileProps {
  identity: string
  name: string
  isLocal?: boolean
  isMuted: boolean
  isReconnecting?: boolean
  /** `false` for a tile that stands alone instead of in the list of people. */
  isListed?: boolean
  /** The picture; without one the initials show. */
  children?: ReactNode
}

/** One person: picture or initials, their name, and whether they are muted or shaky. */
export function Tile(props: TileProps) {
  const {
    identity,
    name,
    isLocal = false,
    isMuted,
    isReconnecting = false,
    isListed = true,
    children,
  } = props
  const words = useCallWords()
  const hasPicture = Boolean(children)
  return (
    <div
      role={isListed ? 'listitem' : undefined}
      data-meetings-part="tile"
      data-state={isReconnecting ? 'reconnecting' : 'connected'}
      data-local={isLocal || undefined}
      data-muted={isMuted || undefined}
      data-camera={hasPicture ? 'on' : 'off'}
    >
      <Avatar identity={identity} name={name} />
      {children}
      {isReconnecting && (
        <span data-meetings-part="tile-notice">
          <Spinner />
          {words.personReconnecting}
        </span>
      )}
      <span data-meetings-part="tile-label">
        {isMuted && <MicOff role="img" aria-label={words.muted} />}
        <span dir="auto" data-meetings-part="tile-name">
          {isLocal ? words.you : name}
        </span>
        {!hasPicture && <VisuallyHidden>{words.cameraOff}</VisuallyHidden>}
      </span>
    </div>
  )
}
