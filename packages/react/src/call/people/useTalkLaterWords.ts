'use client'
import { enTalk } from '../../i18n/en/talk.ts'
import { enTalkLater } from '../../i18n/en/talk-later.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

const english = { ...enTalk, ...enTalkLater }

/** The words of chat, reactions and hands. Only what loads after the first picture may use this. */
export function useTalkLaterWords(): typeof english {
  return useMessages('talk', english)
}
