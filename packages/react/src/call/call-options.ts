'use client'
import { createContext } from 'react'
import type { CallComponents } from './components.ts'
import type { CallShortcuts } from './shortcuts/shortcuts.ts'

/** What a host changes about the call's screen. */
export interface CallOptions {
  /** Parts of your own in place of ours; `null` switches a part off. Keep the object the same between renders. */
  components?: CallComponents | undefined
  /** Other keys, such as `{ toggleMicrophone: 'ctrl+d' }`; `null` turns one off. */
  shortcuts?: CallShortcuts | undefined
}

export const CallOptionsContext = createContext<CallOptions>({})
