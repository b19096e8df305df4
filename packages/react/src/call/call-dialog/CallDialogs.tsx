'use client'
import { useLoadedPart } from '../../loaded-part/useLoadedPart.ts'
import type { CallDialog, CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useStageWords } from '../stage/useStageWords.ts'
import { useViewOf } from '../useViewOf.ts'
import { DialogFrame } from './DialogFrame.tsx'
import { DIALOGS } from './dialogs.ts'

/** What is asked or explained above the call, one thing at a time. */
export function CallDialogs() {
  const name = useViewOf(selectDialog)
  return name && <LoadedDialog key={name} name={name} />
}

function LoadedDialog({ name }: { name: CallDialog }) {
  const { callView } = useRuntime('VideoCallModal')
  const words = useStageWords()
  const { close, tryAgain } = useCallWords()
  const loaded = useLoadedPart(DIALOGS[name])
  const onClose = () => callView.set({ dialog: null })
  if (loaded.status === 'loading') return null
  if (loaded.status === 'ready') return <loaded.part.Dialog onClose={onClose} />
  return (
    <DialogFrame
      title={words.panelFailed}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{close}</Button>
          <Button look="primary" onClick={loaded.tryAgain}>
            {tryAgain}
          </Button>
        </>
      }
    />
  )
}

const selectDialog = ({ dialog }: CallView) => dialog
