'use client'
import { Button } from '../../theme/button/Button.tsx'
import { DialogFrame } from '../call-dialog/DialogFrame.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useStageLaterWords } from '../stage/useStageLaterWords.ts'
import { describeKeys } from './match-keys.ts'
import { SHORTCUT_NAMES } from './shortcuts.ts'
import { useShortcutTable } from './useShortcutTable.ts'

/** Every key of the call and what it does. */
export function Dialog({ onClose }: { onClose(): void }) {
  const words = useStageLaterWords()
  const { close } = useCallWords()
  const table = useShortcutTable()
  return (
    <DialogFrame
      title={words.shortcuts}
      onClose={onClose}
      actions={<Button onClick={onClose}>{close}</Button>}
    >
      <dl data-meetings-part="shortcut-list">
        {SHORTCUT_NAMES.map((name) => {
          const keys = table[name]
          if (keys === null) return null
          return (
            <div key={name} data-meetings-part="shortcut">
              <dt>{words[`${name}Key`]}</dt>
              <dd>
                <kbd data-meetings-part="shortcut-keys">
                  {keys === 'Space' ? words.spaceBar : describeKeys(keys)}
                </kbd>
              </dd>
            </div>
          )
        })}
      </dl>
    </DialogFrame>
  )
}
