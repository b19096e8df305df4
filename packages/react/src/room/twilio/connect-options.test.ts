import { describe, expect, it } from 'vitest'
import { connectOptions } from './connect-options.ts'
import { roomEndOf } from './room-end-of.ts'
import { placeTracks } from './track-names.ts'

describe('the options of a connect', () => {
  it('suit a group unless the host says otherwise', () => {
    expect(connectOptions('meeting_1', [], false)).toEqual({
      name: 'meeting_1',
      tracks: [],
      dominantSpeaker: true,
      networkQuality: { local: 1, remote: 1 },
      preferredVideoCodecs: 'auto',
      bandwidthProfile: {
        video: {
          mode: 'collaboration',
          trackSwitchOffMode: 'predicted',
          clientTrackSwitchOffControl: 'auto',
          contentPreferencesMode: 'auto',
        },
      },
    })
  })

  it('spare the traffic of phones', () => {
    const { bandwidthProfile } = connectOptions('meeting_1', [], true)
    expect(bandwidthProfile?.video?.maxSubscriptionBitrate).toBe(2_500_000)
  })

  it('let the host change each one, but not the room', () => {
    const host = {
      region: 'de1',
      dominantSpeaker: false,
      bandwidthProfile: { video: { mode: 'grid' as const } },
      ...{ name: 'elsewhere', tracks: [{}] },
    }
    expect(connectOptions('meeting_1', [], false, host)).toMatchObject({
      region: 'de1',
      dominantSpeaker: false,
      bandwidthProfile: { video: { mode: 'grid', trackSwitchOffMode: 'predicted' } },
      name: 'meeting_1',
      tracks: [],
    })
  })

  it('carry no key without a value, and no constraints of the camera', () => {
    const host = { region: undefined, wsServer: undefined, video: { width: 320 }, audio: {} }
    const keys = Object.keys(connectOptions('meeting_1', [], false, host as object))
    expect(keys).not.toContain('region')
    expect(keys).not.toContain('wsServer')
    expect(keys).not.toContain('video')
    expect(keys).not.toContain('audio')
  })

  it('go without automatic codecs under a bitrate cap, which the SDK would refuse together', () => {
    expect(connectOptions('meeting_1', [], false, { maxVideoBitrate: 500_000 })).not.toHaveProperty(
      'preferredVideoCodecs',
    )
  })

  it('send nothing to the cloud when another server is given', () => {
    const wsServer = 'ws://127.0.0.1:4000/signaling'
    expect(connectOptions('meeting_1', [], false, { wsServer, insights: true })).toMatchObject({
      wsServer,
      insights: false,
    })
  })
})

describe('an error of the SDK', () => {
  it.each([
    [20101, 'refused'],
    [20103, 'refused'],
    [20104, 'token-expired'],
    [20106, 'refused'],
    [20107, 'refused'],
    [53000, 'connection-lost'],
    [53001, 'connection-lost'],
    [53002, 'connection-lost'],
    [53006, 'connection-lost'],
    [53105, 'full'],
    [53106, 'not-open'],
    [53118, 'completed'],
    [53119, 'refused'],
    [53126, 'refused'],
    [53204, 'token-expired'],
    [53205, 'other-tab'],
    [53206, 'refused'],
    [53216, 'time-limit'],
    [53405, 'connection-lost'],
    [59999, 'connection-lost'],
  ] as const)('%i means %s', (code, kind) => {
    const error = Object.assign(new Error('words of the vendor'), { code })
    expect(roomEndOf(error)).toEqual({ kind, vendorCode: code })
  })

  it.each([undefined, null, 'no', new Error('without a code'), { code: 0 }, { code: '53118' }])(
    'without a code is a lost connection: %s',
    (error) => {
      expect(roomEndOf(error)).toEqual({ kind: 'connection-lost' })
    },
  )
})

describe('the places of tracks', () => {
  const audio = (trackName: string) => ({ trackName, kind: 'audio' })
  const video = (trackName: string) => ({ trackName, kind: 'video' })
  const placed = (...publications: { trackName: string; kind: string }[]) =>
    Object.fromEntries(
      Object.entries(placeTracks(publications)).map(([slot, { trackName }]) => [slot, trackName]),
    )

  it('follow the names', () => {
    expect(placed(video('screen'), audio('screen-audio'), audio('microphone'), video('camera'))).toEqual({
      screen: 'screen',
      screenAudio: 'screen-audio',
      microphone: 'microphone',
      camera: 'camera',
    })
  })

  it('go by kind and order for clients with names of their own', () => {
    expect(placed(video('MT1'), audio('MT2'), video('MT3'), video('MT4'))).toEqual({
      camera: 'MT1',
      microphone: 'MT2',
      screen: 'MT3',
    })
  })

  it('are not confused by a name of the wrong kind, nor by data', () => {
    expect(placed(audio('camera'), { trackName: 'microphone', kind: 'data' }, video('x'))).toEqual({
      microphone: 'camera',
      camera: 'x',
    })
  })
})
