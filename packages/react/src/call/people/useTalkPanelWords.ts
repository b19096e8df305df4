'use client'
import { enTalkPanels } from '../../i18n/en/talk-panels.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words of chat and people panel: only they may use this, because the English ones load with them. */
export function useTalkPanelWords(): typeof enTalkPanels {
  return useMessages('talk', enTalkPanels)
}
