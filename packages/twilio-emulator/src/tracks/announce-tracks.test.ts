import { describe, expect, it } from 'vitest'
import { announceTracks, type TrackRules } from './announce-tracks.ts'
import type { AnnouncedTrack, TrackPublication } from './track-publication.ts'

const camera: AnnouncedTrack = { id: 'c', kind: 'video', name: 'camera', enabled: true, priority: 'standard' }
const microphone: AnnouncedTrack = { ...camera, id: 'm', kind: 'audio', name: 'microphone' }

function rules(isAudioOnly = false): TrackRules {
  let count = 0
  return { newSid: () => `MT${++count}`, isAudioOnly }
}

function published(...tracks: AnnouncedTrack[]): readonly TrackPublication[] {
  return announceTracks([], tracks, rules()).tracks
}

describe('an announcement of tracks', () => {
  it('publishes new ones under a new SID', () => {
    const { tracks, added, hasNewSet, isVisible } = announceTracks([], [camera, microphone], rules())
    expect(tracks.map((track) => track.state === 'ready' && track.sid)).toEqual(['MT1', 'MT2'])
    expect([added.length, hasNewSet, isVisible]).toEqual([2, true, true])
  })

  it('changes nothing when nothing changed', () => {
    const before = published(camera)
    const { tracks, hasNewSet, isVisible } = announceTracks(before, [camera], rules())
    expect([tracks, hasNewSet, isVisible]).toEqual([before, false, false])
  })

  it('unpublishes those that are missing', () => {
    const { tracks, removed, hasNewSet } = announceTracks(published(camera, microphone), [camera], rules())
    expect([tracks.length, removed[0]?.id, hasNewSet]).toEqual([1, 'm', true])
  })

  it('tells of a muted one, which keeps its SID', () => {
    const muted = { ...microphone, enabled: false }
    const { tracks, switched, hasNewSet, isVisible } = announceTracks(published(microphone), [muted], rules())
    expect(tracks[0]).toMatchObject({ sid: 'MT1', enabled: false })
    expect([switched.length, hasNewSet, isVisible]).toEqual([1, false, true])
  })

  it('tells of another priority', () => {
    const high = { ...camera, priority: 'high' }
    expect(announceTracks(published(camera), [high], rules())).toMatchObject({
      isVisible: true,
      switched: [],
    })
  })

  it.each([
    ['a name that is taken', [camera, { ...microphone, name: 'camera' }], 53304, 1],
    ['a name that is taken by an older one, announced later', [{ ...camera, id: 'x' }, camera], 53304, 0],
    ['a name of more than 128 characters', [{ ...camera, id: 'y', name: 'n'.repeat(129) }], 53302, 0],
  ] as const)('refuses %s', (_what, announced, code, index) => {
    const before = announced.some((track) => track === camera) ? published(camera) : []
    const { tracks, added } = announceTracks(before, [...announced], rules())
    expect(tracks[index]).toMatchObject({ state: 'failed', error: { code } })
    expect(added).toEqual([])
  })

  it('refuses pictures in a room for sound', () => {
    const { tracks, isVisible } = announceTracks([], [camera], rules(true))
    expect(tracks[0]).toMatchObject({ state: 'failed', error: { code: 53125 } })
    expect(isVisible).toBe(false)
  })

  it('does not try a refused one again until it was withdrawn', () => {
    const refused = announceTracks([], [camera], rules(true)).tracks
    expect(announceTracks(refused, [camera], rules()).tracks).toEqual(refused)
    const withdrawn = announceTracks(refused, [], rules())
    expect([withdrawn.hasNewSet, withdrawn.isVisible]).toEqual([true, false])
    expect(announceTracks(withdrawn.tracks, [camera], rules()).added).toHaveLength(1)
  })
})
