'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { LANGUAGE_CODES, LANGUAGES, type Language, type Spoken } from './languages.ts'
import { useSpoken } from './useSpoken.ts'
import { useStored } from './useStored.ts'

export const SCHEMES = ['system', 'light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

interface Settings {
  scheme: Scheme
  setScheme(scheme: Scheme): void
  /** The one that was chosen. */
  language: Language
  setLanguage(language: Language): void
  /** The one whose words are here. */
  spoken: Spoken
  /** Whether a call begins in the lobby. */
  hasLobby: boolean
  setHasLobby(hasLobby: boolean): void
  hasReactions: boolean
  setHasReactions(hasReactions: boolean): void
}

const SettingsContext = createContext<Settings | null>(null)
const ON_OR_OFF = ['on', 'off'] as const

/** The person's own settings. Everything below follows `color-scheme` and the direction of the page. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [scheme, setScheme] = useStored<Scheme>('harbor-scheme', SCHEMES)
  const [language, setLanguage] = useStored<Language>('harbor-language', LANGUAGE_CODES)
  const [lobby, setLobby] = useStored('harbor-lobby', ON_OR_OFF)
  const [reactions, setReactions] = useStored('harbor-reactions', ON_OR_OFF)
  const spoken = useSpoken(language)

  useEffect(() => {
    const page = document.documentElement
    page.dataset.scheme = scheme
    page.lang = spoken.language
    page.dir = LANGUAGES[spoken.language].direction
  }, [scheme, spoken])

  const value = useMemo(
    () => ({
      scheme,
      setScheme,
      language,
      setLanguage,
      spoken,
      hasLobby: lobby === 'on',
      setHasLobby: (isOn: boolean) => setLobby(isOn ? 'on' : 'off'),
      hasReactions: reactions === 'on',
      setHasReactions: (isOn: boolean) => setReactions(isOn ? 'on' : 'off'),
    }),
    [scheme, setScheme, language, setLanguage, spoken, lobby, setLobby, reactions, setReactions],
  )
  return <SettingsContext value={value}>{children}</SettingsContext>
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext)
  if (!settings) throw new Error('useSettings must be used inside <SettingsProvider>.')
  return settings
}
