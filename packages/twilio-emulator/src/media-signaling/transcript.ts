/** A piece of what somebody said, in the words of the SDK's `transcription` event. */
export interface Transcript {
  participant: string
  track: string
  transcription: string
  language_code: string
  partial_results: boolean
  /** ISO 8601. */
  timestamp: string
}
