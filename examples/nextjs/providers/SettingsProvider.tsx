'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export const SCHEMES = ['system', 'light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

interface Settings {
  scheme: Scheme
  setScheme(scheme: Scheme): void
}

const SettingsContext = createContext<Settings | null>(null)
const STORED_AS = 'harbor-scheme'

/** The person's own settings; here only the colours. Everything below follows `color-scheme`. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [scheme, setScheme] = useState<Scheme>('system')

  useEffect(() => {
    const stored = localStorage.getItem(STORED_AS)
    if (SCHEMES.includes(stored as Scheme)) setScheme(stored as Scheme)
  }, [])

  const value = useMemo(
    () => ({
      scheme,
      setScheme(next: Scheme) {
        localStorage.setItem(STORED_AS, next)
        setScheme(next)
      },
    }),
    [scheme],
  )
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme
  }, [scheme])
  return <SettingsContext value={value}>{children}</SettingsContext>
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext)
  if (!settings) throw new Error('useSettings must be used inside <SettingsProvider>.')
  return settings
}
