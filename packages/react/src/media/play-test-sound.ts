/** Three rising notes, in hertz. */
const NOTES = [523.25, 659.25, 783.99]
const NOTE_SECONDS = 0.22

/**
 * Plays a short chime through one speaker, and resolves when it is over. Made on the spot: nothing is
 * fetched, so no content policy is in the way. Rejects when the speaker is gone or the browser refuses.
 *
 * @param speakerId `null`: the browser's default
 */
export async function playTestSound(speakerId: string | null): Promise<void> {
  const context = new AudioContext()
  const output = context.createMediaStreamDestination()
  const element = new Audio()
  element.srcObject = output.stream
  try {
    if (speakerId !== null) await element.setSinkId(speakerId)
    await Promise.all([context.resume(), element.play()])
    const ends = NOTES.map((frequency, index) =>
      playNote(context, output, frequency, context.currentTime + 0.05 + index * NOTE_SECONDS),
    )
    await Promise.all(ends)
  } finally {
    element.srcObject = null
    await context.close()
  }
}

function playNote(context: AudioContext, output: AudioNode, frequency: number, at: number): Promise<void> {
  const note = context.createOscillator()
  const volume = context.createGain()
  note.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.3, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS * 1.6)
  note.connect(volume).connect(output)
  note.start(at)
  note.stop(at + NOTE_SECONDS * 1.6)
  return new Promise((resolve) => note.addEventListener('ended', () => resolve(), { once: true }))
}
