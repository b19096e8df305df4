'use client'
import { useLoadedPart } from '../../loaded-part/useLoadedPart.ts'
import { Button } from '../../theme/button/Button.tsx'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useStageWords } from '../stage/useStageWords.ts'
import type { PanelModule } from './panels.ts'

/** The inside of a panel, or that it is being fetched, or that it could not be. */
export function LoadedPanel({ load }: { load: () => Promise<PanelModule> }) {
  const words = useStageWords()
  const { tryAgain } = useCallWords()
  const loaded = useLoadedPart(load)
  if (loaded.status === 'ready') return <loaded.part.Panel />
  return (
    <div data-meetings-part="panel-loading">
      <div role="status">
        {loaded.status === 'loading' && <Spinner />}
        {loaded.status === 'loading' ? words.panelLoading : words.panelFailed}
      </div>
      {loaded.status === 'failed' && <Button onClick={loaded.tryAgain}>{tryAgain}</Button>}
    </div>
  )
}
