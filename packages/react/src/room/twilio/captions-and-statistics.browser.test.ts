import * as Video from 'twilio-video'
import { afterEach, expect, inject, it } from 'vitest'
import '../../../../../tests/browser/emulator-for-tests.ts'
import type { RoomCaption, RoomStatistics } from '../room-client.ts'
import { createTwilioRoomClient } from './create-twilio-room-client.ts'
import {
  arrive,
  camera,
  eventually,
  leaveAll,
  microphone,
  newRoomName,
  requestOf,
  rest,
  watch,
} from './people-for-tests.ts'

afterEach(leaveAll)

const emulator = inject('twilioEmulator')
const withCaptions = createTwilioRoomClient(Video, {
  isSmallScreen: () => false,
  getVideoOptions: () => ({
    wsServer: emulator.signalingUrl,
    logLevel: 'off',
    receiveTranscriptions: true,
  }),
})

it('passes on what the service writes down, to who asked for it', async () => {
  const roomName = newRoomName()
  expect(await rest('/v1/Rooms', { UniqueName: roomName, Type: 'group' })).toBe(201)
  const ben = await arrive('ben', roomName, { tracks: { microphone: await microphone(), camera: null } })
  const ana = await withCaptions.connect(await requestOf('ana', roomName))
  const captions: RoomCaption[] = []
  ana.onCaption((caption) => captions.push(caption))
  const say = (text: string, isPartial: boolean) =>
    rest('/emulator/simulate/transcribe', {
      roomName,
      identity: 'ben',
      text,
      isPartial: String(isPartial),
      languageCode: 'en-US',
    })
  await eventually('a caption comes', async () => {
    await say('Good', true)
    return captions.length > 0
  })
  await say('Good morning', false)
  await eventually('the sentence comes', () => captions.at(-1)?.isFinal)
  const { sid } = ben.getSnapshot().local
  expect(captions.at(-1)).toMatchObject({ sid, text: 'Good morning', isFinal: true, language: 'en-US' })
  ana.disconnect()
})

it('counts what goes out and what comes in, each track once', async () => {
  const roomName = newRoomName()
  const devices = { microphone: await microphone(), camera: await camera() }
  const ben = await arrive('ben', roomName, { tracks: devices })
  const ana = await arrive('ana', roomName)
  await watch(ana, 'ben')
  let counted: RoomStatistics | null = null
  await eventually('ben is counted', async () => {
    counted = await ana.getStatistics()
    return counted?.tracks.some(({ kind, bytes, width }) => kind === 'video' && bytes > 0 && width)
  })
  const picture = ben.getSnapshot().local.camera?.sid
  const seen = (counted as RoomStatistics | null)?.tracks.find(({ sid }) => sid === picture)
  expect(seen).toMatchObject({
    direction: 'received',
    height: 240,
    codec: expect.stringMatching(/^(VP8|H264)$/),
  })

  await eventually('the way there and back is measured', async () => {
    const sent = await ben.getStatistics()
    return sent?.tracks.some(({ direction, roundTripMs }) => direction === 'sent' && roundTripMs !== null)
  })
  const sent = await ben.getStatistics()
  expect(new Set(sent?.tracks.map(({ sid }) => sid)).size).toBe(sent?.tracks.length)
  ben.disconnect()
  await eventually('nothing is left to count', async () => (await ben.getStatistics())?.tracks.length !== 2)
})
