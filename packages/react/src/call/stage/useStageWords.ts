'use client'
import { enStage } from '../../i18n/en/stage.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words of stage and controls that load with the call. */
export function useStageWords(): typeof enStage {
  return useMessages('stage', enStage)
}
