'use client'
import type { ComponentType } from 'react'
import { useLoadedPart } from '../../loaded-part/useLoadedPart.ts'
import { Button } from '../../theme/button/Button.tsx'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import type { BarEntry } from '../control-bar/bar-entries.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useStageWords } from '../stage/useStageWords.ts'

export interface MoreMenuProps {
  /** Buttons the bar has no room for. */
  overflow: readonly BarEntry[]
  /** `elsewhere`: the person has pressed something else, which keeps the focus. */
  onClose(how: 'to-button' | 'elsewhere'): void
}

export interface MoreMenuModule {
  MoreMenu: ComponentType<MoreMenuProps>
}

export const loadMoreMenu = (): Promise<MoreMenuModule> => import('./MoreMenu.tsx')

/** The menu, or that it is being fetched, or that it could not be. */
export function LoadedMenu(props: MoreMenuProps) {
  const words = useStageWords()
  const { tryAgain } = useCallWords()
  const loaded = useLoadedPart(loadMoreMenu)
  if (loaded.status === 'ready') return <loaded.part.MoreMenu {...props} />
  return (
    <div data-meetings-part="call-menu" data-state={loaded.status}>
      <div role="status">
        {loaded.status === 'loading' && <Spinner />}
        {loaded.status === 'loading' ? words.panelLoading : words.panelFailed}
      </div>
      {loaded.status === 'failed' && <Button onClick={loaded.tryAgain}>{tryAgain}</Button>}
    </div>
  )
}
