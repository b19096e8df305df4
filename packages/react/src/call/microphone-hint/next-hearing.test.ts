import { describe, expect, it } from 'vitest'
import { type Heard, LISTEN_MS, NOTHING_HEARD_YET, nextHearing } from './next-hearing.ts'

const SPEECH: Heard = { level: 0.7, isNothing: false }
const ROOM: Heard = { level: 0, isNothing: false }
const NOTHING: Heard = { level: 0, isNothing: true }

/** Listens for so many seconds to the same. */
function listen(from: typeof NOTHING_HEARD_YET, seconds: number, heard: Heard, isMuted: boolean) {
  let hearing = from
  for (let ms = 0; ms < seconds * 1000; ms += LISTEN_MS) hearing = nextHearing(hearing, heard, isMuted)
  return hearing
}

describe('a muted microphone', () => {
  it('is mentioned when somebody talks into it, not at a single noise', () => {
    const noise = listen(NOTHING_HEARD_YET, 0.25, SPEECH, true)
    expect(noise.hint).toBeNull()
    expect(listen(noise, 0.25, SPEECH, true).hint).toBe('muted-talking')
    expect(listen(noise, 1, ROOM, true).hint).toBeNull()
  })

  it('is mentioned until it is unmuted or nobody has talked for a while', () => {
    const talking = listen(NOTHING_HEARD_YET, 1, SPEECH, true)
    expect(listen(talking, 5, ROOM, true).hint).toBe('muted-talking')
    expect(listen(talking, 6, ROOM, true).hint).toBeNull()
    expect(nextHearing(talking, SPEECH, false).hint).toBeNull()
  })

  it('may be dead', () => {
    expect(listen(NOTHING_HEARD_YET, 60, NOTHING, true).hint).toBeNull()
  })
})

describe('a microphone that is on', () => {
  it('may be spoken into', () => {
    expect(listen(NOTHING_HEARD_YET, 60, SPEECH, false).hint).toBeNull()
  })

  it('may stand in a quiet room', () => {
    expect(listen(NOTHING_HEARD_YET, 60, ROOM, false).hint).toBeNull()
  })

  it('is mentioned when nothing at all comes from it for ten seconds, until something does', () => {
    const silent = listen(NOTHING_HEARD_YET, 9.75, NOTHING, false)
    expect(silent.hint).toBeNull()
    const dead = nextHearing(silent, NOTHING, false)
    expect(dead.hint).toBe('dead')
    expect(nextHearing(dead, ROOM, false).hint).toBeNull()
  })

  it('gets its ten seconds after each unmuting', () => {
    const muted = listen(NOTHING_HEARD_YET, 30, NOTHING, true)
    expect(listen(muted, 9, NOTHING, false).hint).toBeNull()
  })
})
