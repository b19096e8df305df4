import { describe, expect, it } from 'vitest'
import { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'
import { browserMedia } from './browser-media.ts'
import { describeMediaError } from './describe-media-error.ts'

type Ask = MediaStreamConstraints | DisplayMediaStreamOptions

/** A browser's media devices, as far as they are used: what `answer` gives or throws. */
function setUp(
  answer: (ask: Ask) => ('audio' | 'video')[],
  isSmallScreen = false,
  states: Record<string, PermissionState> = {},
) {
  const asked: Ask[] = []
  const open = async (ask: Ask = {}): Promise<MediaStream> => {
    asked.push(ask)
    const tracks = answer(ask).map((kind) => createFakeMediaTrack(kind))
    const of = (kind: string) => tracks.filter((track) => track.kind === kind)
    const stream: Pick<MediaStream, 'getTracks' | 'getAudioTracks' | 'getVideoTracks'> = {
      getTracks: () => tracks,
      getAudioTracks: () => of('audio'),
      getVideoTracks: () => of('video'),
    }
    return stream as MediaStream
  }
  const devices = { getUserMedia: open, getDisplayMedia: open } as unknown as MediaDevices
  const query = async ({ name }: PermissionDescriptor) => {
    const state = states[name]
    if (!state) throw new TypeError(`${name} is not a permission`)
    return { state }
  }
  const media = browserMedia({
    getMediaDevices: () => devices,
    isSmallScreen: () => isSmallScreen,
    getPermissions: () => ({ query }) as unknown as Permissions,
    overrides: () => ({ video: { frameRate: 10 } }),
  })
  return { asked, media }
}

function error(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name })
}

const BOTH = { microphone: true, camera: true }

describe('the browser’s devices', () => {
  it('are asked for together, at 720p, with echo cancellation and the host’s wishes on top', async () => {
    const { asked, media } = setUp(() => ['audio', 'video'])
    const opened = await media.openDevices(BOTH)
    expect([opened.microphone?.kind, opened.camera?.kind, opened.problems]).toEqual(['audio', 'video', []])
    expect(asked).toEqual([
      {
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
        video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: 10 },
      },
    ])
  })

  it('give smaller pictures on small screens', async () => {
    const { asked, media } = setUp(() => ['video'], true)
    await media.openDevices({ microphone: false, camera: true })
    expect(asked).toMatchObject([{ audio: false, video: { width: { ideal: 640 }, height: { ideal: 480 } } }])
  })

  it('are asked for one by one when one of them is refused, and the other is kept', async () => {
    const { asked, media } = setUp((ask) => {
      if (ask.video) throw error('NotAllowedError', 'Permission denied')
      return ['audio']
    })
    const opened = await media.openDevices(BOTH)
    expect([opened.microphone?.kind, opened.camera]).toEqual(['audio', null])
    expect(opened.problems).toEqual([{ device: 'camera', kind: 'denied' }])
    expect(asked).toHaveLength(3)
  })

  it('are not asked for again when the prompt was closed', async () => {
    const { asked, media } = setUp(() => {
      throw error('NotAllowedError', 'Permission dismissed')
    })
    const opened = await media.openDevices(BOTH)
    expect(opened.problems).toEqual([
      { device: 'microphone', kind: 'dismissed' },
      { device: 'camera', kind: 'dismissed' },
    ])
    expect(asked).toHaveLength(1)
  })

  it('were not refused for good while the browser would ask again', async () => {
    const states = { microphone: 'prompt', camera: 'prompt' } as Record<string, PermissionState>
    const { asked, media } = setUp(
      () => {
        throw error('NotAllowedError', 'The request is not allowed')
      },
      false,
      states,
    )
    const kinds = async () => (await media.openDevices(BOTH)).problems.map(({ kind }) => kind)
    expect([await kinds(), asked.length]).toEqual([['dismissed', 'dismissed'], 1])
    states.camera = 'denied'
    expect(await kinds()).toEqual(['dismissed', 'denied'])
  })

  it('are forbidden, and not in use by others, when the permission goes while they open', async () => {
    const states = { microphone: 'granted', camera: 'denied' } as const
    const { media } = setUp(
      (ask) => {
        if (ask.video) throw error('NotReadableError', 'Could not start video source')
        return ['audio']
      },
      false,
      states,
    )
    expect((await media.openDevices(BOTH)).problems).toEqual([{ device: 'camera', kind: 'denied' }])
  })

  it('that need no prompt are kept when the prompt for the other was closed', async () => {
    const { asked, media } = setUp(
      (ask) => {
        if (ask.video) throw error('NotAllowedError', 'Permission dismissed')
        return ['audio']
      },
      false,
      { microphone: 'granted', camera: 'prompt' },
    )
    const opened = await media.openDevices(BOTH)
    expect([opened.microphone?.kind, opened.problems]).toEqual([
      'audio',
      [{ device: 'camera', kind: 'dismissed' }],
    ])
    expect(asked).toHaveLength(2)
  })

  it('that cannot do what the host wishes do what they can', async () => {
    const { asked, media } = setUp((ask) => {
      if (typeof ask.video === 'object') throw error('OverconstrainedError')
      return ['audio', 'video']
    })
    const opened = await media.openDevices(BOTH)
    expect([opened.camera?.kind, opened.problems]).toEqual(['video', []])
    expect(asked.at(-1)).toEqual({ audio: true, video: true })
  })

  it('do not exist on a page without https', async () => {
    const media = browserMedia({ getMediaDevices: () => undefined, isSmallScreen: () => false })
    const kinds = (await media.openDevices(BOTH)).problems.map(({ kind }) => kind)
    expect(kinds).toEqual(['insecure-page', 'insecure-page'])
    expect(await media.openScreen()).toEqual({
      ok: false,
      problem: { device: 'screen', kind: 'insecure-page' },
    })
  })
})

describe('the screen', () => {
  it('is captured sharp, at 1080p and 15 frames, with its sound', async () => {
    const { asked, media } = setUp(() => ['video', 'audio'])
    const opened = await media.openScreen()
    expect(opened).toMatchObject({ ok: true, video: { contentHint: 'detail' }, audio: { kind: 'audio' } })
    expect(asked).toEqual([
      { video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15 } }, audio: true },
    ])
  })

  it('is not shared when the picker is closed, which is no problem', async () => {
    const { media } = setUp(() => {
      throw error('NotAllowedError', 'Permission denied')
    })
    expect(await media.openScreen()).toEqual({ ok: false, problem: null })
  })
})

describe('an error of the browser', () => {
  it.each([
    ['NotAllowedError', 'Permission denied', 'denied'],
    ['NotAllowedError', 'Permission dismissed', 'dismissed'],
    ['NotAllowedError', 'Permission denied by system', 'blocked-by-system'],
    ['SecurityError', '', 'denied'],
    ['NotFoundError', '', 'no-device'],
    ['OverconstrainedError', '', 'no-device'],
    ['NotReadableError', '', 'in-use'],
    ['AbortError', '', 'in-use'],
    ['TypeError', '', 'insecure-page'],
    ['SomethingNewError', '', 'unknown'],
  ])('%s (%s) means %s', (name, message, kind) => {
    expect(describeMediaError(error(name, message))).toBe(kind)
  })

  it('that is none is unknown', () => {
    expect(describeMediaError('no')).toBe('unknown')
  })
})
