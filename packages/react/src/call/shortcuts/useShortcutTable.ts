'use client'
import { useContext, useMemo } from 'react'
import { CallOptionsContext } from '../call-options.ts'
import { DEFAULT_SHORTCUTS, type ShortcutTable } from './shortcuts.ts'

/** The keys of this call: ours, with those of the host over them. */
export function useShortcutTable(): ShortcutTable {
  const { shortcuts } = useContext(CallOptionsContext)
  return useMemo(() => {
    const given = Object.entries(shortcuts ?? {}).filter(([, keys]) => keys !== undefined)
    return { ...DEFAULT_SHORTCUTS, ...Object.fromEntries(given) }
  }, [shortcuts])
}
