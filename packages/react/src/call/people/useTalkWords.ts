'use client'
import { enTalk } from '../../i18n/en/talk.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words of chat, reactions and hands that load with the call. */
export function useTalkWords(): typeof enTalk {
  return useMessages('talk', enTalk)
}
