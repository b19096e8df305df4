'use client'
import { enScheduling, type SchedulingMessages } from '../i18n/en/scheduling.ts'
import { useMessages } from '../i18n/I18nContext.tsx'

/** The words of booking in the viewer's language. */
export function useSchedulingWords(): SchedulingMessages {
  return useMessages('scheduling', enScheduling)
}
