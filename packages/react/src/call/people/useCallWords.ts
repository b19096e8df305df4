'use client'
import { type CallWords, enCall } from '../../i18n/en/call.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words of the call. Only the call screen may use this: the English ones load with it. */
export function useCallWords(): CallWords {
  return useMessages('call', enCall)
}
