import { afterEach, expect, it } from 'vitest'
import {
  arrive,
  camera,
  eventually,
  leaveAll,
  microphone,
  newRoomName,
  rest,
  seen,
  watch,
} from './people-for-tests.ts'

afterEach(leaveAll)

/** Ana looks at Ben, who is seen and heard, in a room that tells more than a peer-to-peer room. */
async function inGroupRoom() {
  const roomName = newRoomName()
  await rest('/v1/Rooms', { UniqueName: roomName, Type: 'group' })
  const ana = await arrive('ana', roomName)
  const ben = await arrive('ben', roomName, {
    tracks: { microphone: await microphone(), camera: await camera() },
  })
  await watch(ana, 'ben')
  const simulate = async (name: string, form: Record<string, string>) =>
    expect(await rest(`/emulator/simulate/${name}`, { roomName, ...form })).toBe(200)
  return { ana, ben, simulate, of: () => seen(ana, 'ben') }
}

it('tells that the service stopped sending a picture, while the voice is still there', async () => {
  const { ana, of, simulate } = await inGroupRoom()
  await eventually('the voice is there', () => of()?.microphone?.isReady)
  await eventually('what is looked at is on', () => of()?.camera?.isSwitchedOff === false)
  const { local } = ana.getSnapshot()
  const voice = of()?.microphone
  await simulate('switch-off', { identity: 'ben' })
  await eventually('the picture is off', () => of()?.camera?.isSwitchedOff)
  expect(of()).toMatchObject({ camera: { isReady: true, isEnabled: true }, microphone: { isReady: true } })
  expect([of()?.microphone, ana.getSnapshot().local]).toEqual([voice, local])
  await simulate('switch-on', { identity: 'ben' })
  await eventually('the picture is on again', () => of()?.camera?.isSwitchedOff === false)
})

it('tells who speaks, how good each connection is, and whether it is recorded', async () => {
  const { ana, ben, of, simulate } = await inGroupRoom()
  const now = () => ana.getSnapshot()
  await simulate('dominant-speaker', { identity: 'ben' })
  await eventually('ben speaks', () => now().dominantSpeakerSid === of()?.sid)
  expect(ben.getSnapshot().dominantSpeakerSid).toBeNull()

  expect(now().isRecording).toBe(false)
  await simulate('record', { isRecording: 'true' })
  await eventually('it is recorded', () => now().isRecording && ben.getSnapshot().isRecording)
  await simulate('record', { isRecording: 'false' })
  await eventually('it is recorded no more', () => !now().isRecording)

  await simulate('network-quality', { identity: 'ben', level: '1' })
  await simulate('network-quality', { identity: 'ana', level: '4' })
  await eventually('both are known', () => of()?.networkQuality === 1 && now().local.networkQuality === 4)
  await eventually('ben knows, too', () => ben.getSnapshot().local.networkQuality === 1)

  await simulate('dominant-speaker', {})
  await eventually('nobody speaks', () => now().dominantSpeakerSid === null)
})
