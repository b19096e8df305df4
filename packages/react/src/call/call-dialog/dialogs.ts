import type { ComponentType } from 'react'
import type { CallDialog } from '../../provider/call-view.ts'

export interface DialogModule {
  Dialog: ComponentType<{ onClose(): void }>
}

/** The code of each dialog, fetched when it is first opened. */
export const DIALOGS: { readonly [Name in CallDialog]: () => Promise<DialogModule> } = {
  'end-for-all': () => import('./EndForAllDialog.tsx'),
  shortcuts: () => import('../shortcuts/ShortcutsDialog.tsx'),
}
