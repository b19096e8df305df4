import { ERROR_CATALOGUE } from '@meetings/contract'
import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../client/meetings-problem.ts'
import { ar } from '../i18n/locales/ar.ts'
import { de } from '../i18n/locales/de.ts'
import { en } from '../i18n/locales/en.ts'
import { ja } from '../i18n/locales/ja.ts'
import type { MediaProblem, MediaProblemKind } from '../media/media-problem.ts'
import type { RoomEndKind } from '../room/room-end.ts'
import { roomEndOf } from '../room/twilio/room-end-of.ts'
import { afterEnd } from '../session/rejoin-policy.ts'
import { describeError } from './describe-error.ts'
import type { DescribedError } from './described-error.ts'

const LANGUAGES = { en, de, ja, ar }
const OWN_CODES: ProblemCode[] = [
  'NETWORK_UNREACHABLE',
  'UNEXPECTED_ANSWER',
  'SUPERSEDED',
  'CALL_IN_PROGRESS',
  'VIDEO_CODE_UNREACHABLE',
  'ROOM_CONNECTION_LOST',
  'ROOM_FULL',
  'ROOM_NOT_OPEN',
  'ROOM_REFUSED',
]
const KINDS: MediaProblemKind[] = [
  'denied',
  'dismissed',
  'no-device',
  'in-use',
  'insecure-page',
  'blocked-by-system',
  'unknown',
]
const DEVICES: MediaProblem['device'][] = ['microphone', 'camera', 'screen']
const MEDIA = DEVICES.flatMap((device) => KINDS.map((kind): MediaProblem => ({ device, kind })))

/** Whole sentences of the language, and no word of a machine. */
function expectWords({ title, message, action }: DescribedError): void {
  for (const sentence of [title, message]) {
    expect(sentence).toMatch(/[.。]$/)
    expect(sentence).not.toMatch(/twilio|webrtc|undefined|NotAllowed|[A-Z]+_[A-Z]+|\b\d{5}\b|[{}]/i)
  }
  if (action !== null) expect(action).not.toBe('')
}

describe.each(Object.entries(LANGUAGES))('an error in %s', (_name, messages) => {
  it.each([...(Object.keys(ERROR_CATALOGUE) as ProblemCode[]), ...OWN_CODES])('has words for %s', (code) => {
    for (const retryable of [true, false]) {
      const error = describeError({ code, retryable, vendorCode: 53000 }, messages)
      expect(error).toMatchObject({ code, retryable })
      expect(error.action === null).toBe(!retryable)
      expectWords(error)
    }
  })

  it.each(MEDIA)('has words for a $device that is kept away: $kind', (problem) => {
    const error = describeError(problem, messages)
    expectWords(error)
    expect(error.retryable).toBe(problem.kind !== 'insecure-page')
  })
})

describe('the code of an error', () => {
  it('tells every reason apart that a person can do something different about', () => {
    const codes = new Set(MEDIA.map((problem) => describeError(problem, en).code))
    expect([...codes].sort()).toEqual([
      'CAMERA_BLOCKED_BY_SYSTEM',
      'CAMERA_DENIED',
      'CAMERA_DISMISSED',
      'CAMERA_IN_USE',
      'CAMERA_MISSING',
      'CAMERA_UNAVAILABLE',
      'MICROPHONE_BLOCKED_BY_SYSTEM',
      'MICROPHONE_DENIED',
      'MICROPHONE_DISMISSED',
      'MICROPHONE_IN_USE',
      'MICROPHONE_MISSING',
      'MICROPHONE_UNAVAILABLE',
      'PAGE_NOT_SECURE',
      'SCREEN_BLOCKED_BY_SYSTEM',
      'SCREEN_UNAVAILABLE',
    ])
  })

  it('is the same in every language', () => {
    for (const problem of MEDIA) {
      const codes = Object.values(LANGUAGES).map((messages) => describeError(problem, messages).code)
      expect(new Set(codes).size).toBe(1)
    }
  })
})

/** Every number Twilio documents for rooms, tokens and media, and some it does not. */
const VENDOR_CODES = [
  20101, 20102, 20103, 20104, 20105, 20106, 20107, 20157, 53000, 53001, 53002, 53003, 53004, 53005, 53006,
  53100, 53101, 53102, 53103, 53104, 53105, 53106, 53107, 53112, 53118, 53119, 53126, 53200, 53201, 53202,
  53203, 53204, 53205, 53206, 53207, 53208, 53209, 53210, 53216, 53300, 53301, 53302, 53303, 53304, 53305,
  53400, 53401, 53402, 53403, 53404, 53405, 53406, 53407, 99999,
]

it.each(VENDOR_CODES)(
  'Twilio’s %i becomes an end of its own or an error with words, and never its text',
  (code) => {
    const secret = 'eyJ0eXAi.of-the-vendor'
    const end = roomEndOf({ code, message: secret, name: 'TwilioError' })
    expect(JSON.stringify(end)).not.toContain(secret)
    const states: RoomEndKind[] = ['completed', 'other-tab', 'time-limit', 'removed', 'left']
    const after = afterEnd(end, 100, true)
    if (after.step !== 'fail') return expect(states).toContain(end.kind)
    for (const messages of Object.values(LANGUAGES)) expectWords(describeError(after.problem, messages))
  },
)
