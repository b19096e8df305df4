/** How loud a microphone is. Reading is cheap enough for every frame. */
export interface SoundMeter {
  /** From 0 (silence) to 1 (loud speech). */
  level(): number
  stop(): void
}

const SILENCE_DB = -60
const LOUD_DB = -12

/**
 * Listens to a track without playing it. `null` where the browser has no Web Audio.
 *
 * @param createContext a new `AudioContext`; the meter closes it
 */
export function createSoundMeter(
  track: MediaStreamTrack,
  createContext: () => AudioContext | null,
): SoundMeter | null {
  const context = createContext()
  if (!context) return null
  const source = sourceOf(track, context)
  if (!source) {
    void context.close().catch(() => {})
    return null
  }
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  source.connect(analyser)
  // A page that nobody has clicked yet gets a context that stands still.
  if (context.state === 'suspended') void context.resume().catch(() => {})
  const samples = new Float32Array(analyser.fftSize)

  return {
    level() {
      analyser.getFloatTimeDomainData(samples)
      return levelOf(samples)
    },
    stop() {
      source.disconnect()
      void context.close().catch(() => {})
    },
  }
}

/** A track that ended meanwhile has nothing to listen to. */
function sourceOf(track: MediaStreamTrack, context: AudioContext): MediaStreamAudioSourceNode | null {
  try {
    return context.createMediaStreamSource(new MediaStream([track]))
  } catch {
    return null
  }
}

/** Ears hear in decibels: a linear meter would hardly move for a quiet voice. */
export function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const db = 10 * Math.log10(sum / samples.length)
  return Math.min(1, Math.max(0, (db - SILENCE_DB) / (LOUD_DB - SILENCE_DB)))
}
