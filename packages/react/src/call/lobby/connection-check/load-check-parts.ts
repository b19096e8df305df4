import type { ComponentType } from 'react'
import type { ConnectionReport, ConnectionStep } from '../../../room/connection-report.ts'
import type { RunCheck } from './run-check.ts'

/** What a check needs besides its button. */
export interface ConnectionCheckParts {
  runCheck: RunCheck
  /** What the button says. */
  CheckLabel: ComponentType<{ isChecking: boolean }>
  CheckProgress: ComponentType<{ step: ConnectionStep }>
  CheckResult: ComponentType<{ report: ConnectionReport }>
  CheckDetails: ComponentType<{ report: ConnectionReport }>
}

/** Most people join without a check, so it comes when it is asked for. A failed load may be tried again. */
export function loadCheckParts(): Promise<ConnectionCheckParts> {
  return import('./check-parts.ts')
}
