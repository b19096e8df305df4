/**
 * What `runPreflight` answers is one of Node's event emitters; its types say so only where Node's types are
 * installed. Nothing shared with the room is used here: it would be cut out of what every call loads.
 */
export interface PreflightEvents {
  on(event: string, listener: (detail: unknown) => void): unknown
}
