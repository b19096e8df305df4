'use client'
import { type ConnectionCheckWords, enConnectionCheck } from '../../../i18n/en/connection-check.ts'
import { useMessages } from '../../../i18n/I18nContext.tsx'

/** The words of a running check. Only what loads with the first one may use this. */
export function useConnectionCheckWords(): ConnectionCheckWords {
  return useMessages('connectionCheck', enConnectionCheck)
}
