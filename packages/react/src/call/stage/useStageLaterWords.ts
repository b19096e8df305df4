'use client'
import { enStage, type StageMessages } from '../../i18n/en/stage.ts'
import { enStageLater } from '../../i18n/en/stage-later.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

const english: StageMessages = { ...enStage, ...enStageLater }

/** All words of stage, controls and panels. Only what loads after the first picture may use this. */
export function useStageLaterWords(): StageMessages {
  return useMessages('stage', english)
}
