import type { CheckName } from './checks/checks.ts'

/** What a host leaves of a body: the bytes, something of the same meaning, or nothing of use. */
export type Left = 'intact' | 'rewritten' | 'lost'

/** One way to put the handlers into a host. */
export interface Mount {
  name: string
  /** Default `/api/meetings`. */
  basePath?: string
  /** What becomes of a JSON body and of a form on the way. Default: intact. */
  json?: Left
  form?: Left
  /** Whether what a parser made of a form's nested names can be told apart again. Default: yes. */
  flattens?: false
  /** The host closes the connection of a body that was refused; the others use it again. */
  closesAfterRefusal?: true
  /** What cannot be had here, and why. */
  cannot?: Partial<Record<CheckName, string>>
  start(): Promise<Host>
}

/** A host that is up. */
export interface Host {
  /** `http://127.0.0.1:4711`; `null` when there is no socket to speak to. */
  address: string | null
  /** Asks the host for a path. */
  ask(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}
