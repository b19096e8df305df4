import { levelOf } from '../../media/sound-meter.ts'
import type { Heard } from './next-hearing.ts'

/** Ears beside the call's own microphone track. */
export interface Listening {
  /** What the microphone hears now; `null` while the browser does not let anybody listen. */
  hear(): Heard | null
  /** Hears nothing for a while: an open ear costs the browser work all the time. */
  rest(): void
  wake(): void
  stop(): void
}

export type Listen = (track: MediaStreamTrack) => Listening | null

/** Listens to a clone, because the room silences the track itself while muted. `null` without Web Audio. */
export const listenToClone: Listen = (track) => {
  if (typeof AudioContext === 'undefined' || track.readyState === 'ended') return null
  const clone = track.clone()
  clone.enabled = true
  // Nobody hears this, so it may be slow, in large pieces.
  const context = new AudioContext({ latencyHint: 'playback' })
  const source = context.createMediaStreamSource(new MediaStream([clone]))
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)

  return {
    hear() {
      // A context that waits for a press gives zeros, which is no silence.
      if (context.state !== 'running') return null
      analyser.getFloatTimeDomainData(samples)
      return { level: levelOf(samples), isNothing: samples.every((sample) => sample === 0) }
    },
    rest: () => void context.suspend().catch(() => {}),
    wake: () => void context.resume().catch(() => {}),
    stop() {
      source.disconnect()
      clone.stop()
      void context.close().catch(() => {})
    },
  }
}
