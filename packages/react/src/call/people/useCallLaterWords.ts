'use client'
import { type CallLaterWords, enCallLater } from '../../i18n/en/call-later.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** What is announced, and how a call ends. Only for what loads after the call screen. */
export function useCallLaterWords(): CallLaterWords {
  return useMessages('call', enCallLater)
}
