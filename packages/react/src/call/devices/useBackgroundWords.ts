'use client'
import { type BackgroundMessages, enBackground } from '../../i18n/en/background.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** What is behind a person, for parts that load without the lobby. */
export function useBackgroundWords(): BackgroundMessages {
  return useMessages('lobby', enBackground)
}
