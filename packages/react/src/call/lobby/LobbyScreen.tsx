'use client'
import { useLoadedPart } from '../../loaded-part/useLoadedPart.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { loadedLobby, loadLobby } from './load-lobby.ts'

/** The lobby or the waiting room, or that it is being fetched, or that it could not be. */
export function LobbyScreen({ load = loadLobby }: { load?: typeof loadLobby }) {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const lobby = useLoadedPart(load, loadedLobby)
  if (lobby.status === 'ready') return <lobby.part.BeforeCall />
  return (
    <div data-meetings-part="lobby-loading">
      <div role="status">{lobby.status === 'loading' ? <Spinner /> : words.openingFailed}</div>
      {lobby.status === 'failed' && <Button onClick={lobby.tryAgain}>{words.tryAgain}</Button>}
      <Button onClick={() => void calls.leave()}>{words.leave}</Button>
    </div>
  )
}
