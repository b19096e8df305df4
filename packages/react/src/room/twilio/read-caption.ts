import type { RoomCaption } from '../room-client.ts'

/** What Twilio tells with a `transcription` event; `null` when it is none. Read with suspicion: it comes from outside. */
export function readCaption(event: unknown): RoomCaption | null {
  if (typeof event !== 'object' || event === null) return null
  const { participant, track, transcription, partial_results, sequence_number, language_code } =
    event as Partial<Record<string, unknown>>
  if (typeof participant !== 'string' || typeof transcription !== 'string') return null
  return {
    id: `${String(track)} ${String(sequence_number)}`,
    sid: participant,
    text: transcription,
    isFinal: partial_results !== true,
    language: typeof language_code === 'string' ? language_code : null,
  }
}
