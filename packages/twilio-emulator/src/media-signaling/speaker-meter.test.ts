import { describe, expect, it } from 'vitest'
import { SpeakerMeter } from './speaker-meter.ts'

/** Looks as often as there are levels, each time after everybody was heard once; answers what was seen. */
function look(meter: SpeakerMeter, looks: number, levels: Record<string, number>): (string | null)[] {
  return Array.from({ length: looks }, () => {
    for (const [who, level] of Object.entries(levels)) meter.note(who, level)
    return meter.look()
  })
}

describe('the speaker meter', () => {
  it('sees at once who speaks when nobody did', () => {
    expect(look(new SpeakerMeter(), 1, { alice: 127, bob: 30 })).toEqual(['bob'])
  })

  it('sees nobody where all is quiet', () => {
    expect(look(new SpeakerMeter(), 3, { alice: 60, bob: 127 })).toEqual([null, null, null])
    expect(new SpeakerMeter().look()).toBeNull()
  })

  it('stays with the speaker through a short loud noise of somebody else', () => {
    const meter = new SpeakerMeter()
    look(meter, 4, { alice: 30 })
    expect(look(meter, 2, { alice: 30, bob: 10 })).toEqual(['alice', 'alice'])
    expect(look(meter, 3, { alice: 30 })).toEqual(['alice', 'alice', 'alice'])
  })

  it('goes over to who is clearly louder for three looks', () => {
    const meter = new SpeakerMeter()
    look(meter, 4, { alice: 30 })
    expect(look(meter, 3, { alice: 30, bob: 10 })).toEqual(['alice', 'alice', 'bob'])
  })

  it('does not waver between two who are equally loud', () => {
    const meter = new SpeakerMeter()
    look(meter, 1, { alice: 30 })
    expect(new Set(look(meter, 20, { alice: 30, bob: 27 }))).toEqual(new Set(['alice']))
  })

  it('goes over to somebody else when the speaker pauses', () => {
    const meter = new SpeakerMeter()
    look(meter, 4, { alice: 30 })
    expect(look(meter, 3, { alice: 127, bob: 40 })).toEqual(['alice', 'alice', 'bob'])
  })

  it('waits three seconds before it says that nobody speaks', () => {
    const meter = new SpeakerMeter()
    look(meter, 1, { alice: 30 })
    expect(look(meter, 12, { alice: 127 })).toEqual([...Array(11).fill('alice'), null])
  })

  it('forgets who is muted or gone', () => {
    const meter = new SpeakerMeter()
    look(meter, 1, { alice: 30 })
    meter.forget('alice')
    expect(meter.look()).toBeNull()
  })

  it('hears the loudest moment between two looks', () => {
    const meter = new SpeakerMeter()
    for (const level of [127, 20, 127]) meter.note('alice', level)
    expect(meter.look()).toBe('alice')
  })
})
