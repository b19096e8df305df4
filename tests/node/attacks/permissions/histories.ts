import type { Facts } from './oracle.ts'

type Outcome = Omit<Facts, 'start' | 'end'>

/** What can have happened to a meeting before somebody asks. */
export interface History {
  name: string
  /** What happened, in order: who entered and left; `end` ends it for all. */
  steps: readonly Step[]
  /** What the database's owner set by hand afterwards. */
  set?: Outcome['status']
  /** What is true then, by hand. */
  facts: Outcome
}

/** `asker` is who asks later; `one` and `two` are two other members. */
export type Step = readonly [who: 'asker' | 'one' | 'two', does: 'enters' | 'leaves' | 'is cut off' | 'ends']

const QUIET: Outcome = {
  status: 'confirmed',
  endedForAll: false,
  anybodyCame: false,
  peopleMet: false,
  askerCame: false,
  askerIsIn: false,
  askerWasCutOff: false,
  othersAreIn: false,
}
const ONE_ENTERS: Step = ['one', 'enters']
const TWO_MET: readonly Step[] = [ONE_ENTERS, ['two', 'enters'], ['one', 'leaves'], ['two', 'leaves']]
const MET_ASKER: readonly Step[] = [ONE_ENTERS, ['asker', 'enters']]

export const HISTORIES: readonly History[] = [
  { name: 'nobody came yet', steps: [], facts: QUIET },
  {
    name: 'the asker waited alone and left',
    steps: [
      ['asker', 'enters'],
      ['asker', 'leaves'],
    ],
    facts: { ...QUIET, anybodyCame: true, askerCame: true },
  },
  {
    name: 'the asker waited alone and was cut off',
    steps: [
      ['asker', 'enters'],
      ['asker', 'is cut off'],
    ],
    facts: { ...QUIET, anybodyCame: true, askerCame: true, askerWasCutOff: true },
  },
  {
    name: 'somebody else waited alone and left',
    steps: [ONE_ENTERS, ['one', 'leaves']],
    facts: { ...QUIET, anybodyCame: true },
  },
  {
    name: 'the asker is in, alone',
    steps: [['asker', 'enters']],
    facts: { ...QUIET, status: 'in_progress', anybodyCame: true, askerCame: true, askerIsIn: true },
  },
  {
    name: 'the asker is in, with somebody',
    steps: MET_ASKER,
    facts: {
      ...QUIET,
      status: 'in_progress',
      anybodyCame: true,
      peopleMet: true,
      askerCame: true,
      askerIsIn: true,
      othersAreIn: true,
    },
  },
  {
    name: 'the asker is in, the other one left',
    steps: [...MET_ASKER, ['one', 'leaves']],
    facts: {
      ...QUIET,
      status: 'in_progress',
      anybodyCame: true,
      peopleMet: true,
      askerCame: true,
      askerIsIn: true,
    },
  },
  {
    name: 'somebody else is in',
    steps: [ONE_ENTERS],
    facts: { ...QUIET, status: 'in_progress', anybodyCame: true, othersAreIn: true },
  },
  {
    name: 'the asker left, somebody else is in',
    steps: [...MET_ASKER, ['asker', 'leaves']],
    facts: {
      ...QUIET,
      status: 'in_progress',
      anybodyCame: true,
      peopleMet: true,
      askerCame: true,
      othersAreIn: true,
    },
  },
  {
    name: 'the asker was cut off, somebody else is in',
    steps: [...MET_ASKER, ['asker', 'is cut off']],
    facts: {
      ...QUIET,
      status: 'in_progress',
      anybodyCame: true,
      peopleMet: true,
      askerCame: true,
      askerWasCutOff: true,
      othersAreIn: true,
    },
  },
  {
    name: 'the asker was cut off, came back and left, somebody else is in',
    steps: [...MET_ASKER, ['asker', 'is cut off'], ['asker', 'enters'], ['asker', 'leaves']],
    facts: {
      ...QUIET,
      status: 'in_progress',
      anybodyCame: true,
      peopleMet: true,
      askerCame: true,
      othersAreIn: true,
    },
  },
  {
    name: 'everybody left, the asker too',
    steps: [...MET_ASKER, ['one', 'leaves'], ['asker', 'leaves']],
    facts: { ...QUIET, status: 'completed', anybodyCame: true, peopleMet: true, askerCame: true },
  },
  {
    name: 'everybody left, the asker never came',
    steps: TWO_MET,
    facts: { ...QUIET, status: 'completed', anybodyCame: true, peopleMet: true },
  },
  {
    name: 'ended for all, the asker was in',
    steps: [...MET_ASKER, ['one', 'ends']],
    facts: {
      ...QUIET,
      status: 'completed',
      endedForAll: true,
      anybodyCame: true,
      peopleMet: true,
      askerCame: true,
    },
  },
  {
    name: 'ended for all, the asker never came',
    steps: [ONE_ENTERS, ['one', 'ends']],
    facts: { ...QUIET, status: 'completed', endedForAll: true, anybodyCame: true },
  },
  {
    name: 'ended for all after everybody had left',
    steps: [...TWO_MET, ['one', 'ends']],
    facts: { ...QUIET, status: 'completed', endedForAll: true, anybodyCame: true, peopleMet: true },
  },
  {
    name: 'completed by hand, nobody came',
    steps: [],
    set: 'completed',
    facts: { ...QUIET, status: 'completed' },
  },
  { name: 'cancelled', steps: [], set: 'cancelled', facts: { ...QUIET, status: 'cancelled' } },
  {
    name: 'cancelled after the asker had waited',
    steps: [
      ['asker', 'enters'],
      ['asker', 'leaves'],
    ],
    set: 'cancelled',
    facts: { ...QUIET, status: 'cancelled', anybodyCame: true, askerCame: true },
  },
]
