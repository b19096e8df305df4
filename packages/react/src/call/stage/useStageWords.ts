'use client'
import { enStage, type StageMessages } from '../../i18n/en/stage.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words of stage, controls and panels. Only the call screen may use this: the English ones load with it. */
export function useStageWords(): StageMessages {
  return useMessages('stage', enStage)
}
