import type { ConnectionReport, ConnectionStep } from '../../../room/connection-report.ts'
import type { ConnectionCheckParts } from './load-check-parts.ts'

/** A connection check, from the first press on. What it says loads with the first one. */
export type CheckState =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'not-loaded' }
  | { phase: 'checking'; parts: ConnectionCheckParts; step: ConnectionStep }
  | { phase: 'done'; parts: ConnectionCheckParts; report: ConnectionReport }
