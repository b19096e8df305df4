import type { FakeMedia } from '../../src/testing/fake-media.ts'

/** From now on a voice, if a dull one, is in every microphone that is opened. */
export function speakInto(devices: FakeMedia): void {
  const { openDevices } = devices
  devices.openDevices = async (wanted) => {
    const opened = await openDevices(wanted)
    return opened.microphone ? { ...opened, microphone: hum() } : opened
  }
}

function hum(): MediaStreamTrack {
  const context = new AudioContext()
  const voice = context.createOscillator()
  const output = context.createMediaStreamDestination()
  voice.connect(output)
  voice.start()
  const [track] = output.stream.getAudioTracks()
  if (!track) throw new Error('A destination has a track.')
  return track
}
