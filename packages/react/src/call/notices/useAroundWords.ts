'use client'
import { type CallAroundMessages, enCallAround } from '../../i18n/en/call-around.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words around the call: for what loads after the first picture only, because the English ones load with it. */
export function useAroundWords(): CallAroundMessages {
  return useMessages('callAround', enCallAround)
}
