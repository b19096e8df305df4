import { describe, expect, it } from 'vitest'
import { en } from '../../i18n/locales/en.ts'
import type { MediaProblem, MediaProblemKind } from '../../media/media-problem.ts'
import { currentNotice, type NoticeSituation } from './current-notice.ts'

const off = (problem: MediaProblem | null = null) => ({ status: 'off', problem }) as const
const NONE: ReadonlySet<string> = new Set()
const calm: NoticeSituation = {
  isReconnecting: false,
  isSoundBlocked: false,
  media: { microphone: off(), camera: off(), screen: off() },
  hidden: NONE,
}
const with_ = (problems: Partial<Record<MediaProblem['device'], MediaProblemKind>>): NoticeSituation => {
  const device = (name: MediaProblem['device']) => {
    const kind = problems[name]
    return off(kind ? { device: name, kind } : null)
  }
  return {
    ...calm,
    media: { microphone: device('microphone'), camera: device('camera'), screen: device('screen') },
  }
}
const KINDS: MediaProblemKind[] = [
  'denied',
  'dismissed',
  'no-device',
  'in-use',
  'insecure-page',
  'blocked-by-system',
  'unknown',
]

describe('the notice of a call', () => {
  it('is none when all is well', () => {
    expect(currentNotice(calm, en.call)).toBeNull()
  })

  it('is the most pressing of several', () => {
    const all = { ...with_({ camera: 'denied' }), isReconnecting: true, isSoundBlocked: true }
    expect(currentNotice(all, en.call)?.id).toBe('sound')
    expect(currentNotice({ ...all, isSoundBlocked: false }, en.call)?.id).toBe('reconnecting')
    expect(currentNotice({ ...all, isSoundBlocked: false, isReconnecting: false }, en.call)?.id).toBe(
      'camera-denied',
    )
  })

  it('gives way to the next when it was hidden', () => {
    const situation = { ...with_({ camera: 'denied', microphone: 'in-use' }), hidden: NONE }
    expect(currentNotice(situation, en.call)?.id).toBe('microphone-in-use')
    const hidden = new Set(['microphone-in-use'])
    expect(currentNotice({ ...situation, hidden }, en.call)?.id).toBe('camera-denied')
  })

  it('speaks once about two devices with the same trouble', () => {
    const notice = currentNotice(with_({ camera: 'no-device', microphone: 'no-device' }), en.call)
    expect(notice).toMatchObject({ text: en.call.devicesMissing, action: 'ask-for-both' })
  })

  it.each(KINDS)('has words and a way out for each device that is %s', (kind) => {
    for (const device of ['microphone', 'camera', 'screen'] as const) {
      const notice = currentNotice(with_({ [device]: kind }), en.call)
      expect(notice?.text.length).toBeGreaterThan(20)
      expect(notice?.canHide).toBe(true)
      // Nothing can be asked again on a page without https.
      expect(notice?.action === undefined).toBe(kind === 'insecure-page')
    }
  })
})
