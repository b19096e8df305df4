import { describe, expect, it } from 'vitest'
import { CREATE_OFFER, catchUp, createLink, type Link, relay, returned, type Side, sideOf } from './link.ts'
import type { Description, PeerConnectionState } from './peer-connection-state.ts'

const fresh = createLink('link', 'PA-new', 'PA-old')

const offer = (revision: number): Description => ({ type: 'offer', revision, sdp: `offer ${revision}` })
const answer = (revision: number): Description => ({ type: 'answer', revision, sdp: `answer ${revision}` })
const close = (revision: number): Description => ({ type: 'close', revision })
const ice = (ufrag: string, revision: number) => ({ candidates: [`${ufrag}${revision}`], ufrag, revision })

type Saying = [from: Side, what: Description | ReturnType<typeof ice>]

function state(what: Saying[1]): PeerConnectionState {
  return 'type' in what ? { id: 'link', description: what } : { id: 'link', ice: what }
}

/** The link after all of this was said, and whether the last of it was handed over. */
function after(...sayings: Saying[]): { link: Link | null; heard: boolean } {
  let link: Link | null = fresh
  let heard = false
  for (const [from, what] of sayings) {
    if (!link) throw new Error('The link is gone.')
    const relayed = relay(link, from, state(what))
    link = relayed.link
    heard = relayed.toOther !== null
  }
  return { link, heard }
}

describe('a link', () => {
  it.each<[string, Saying[], boolean]>([
    ['a first offer', [['newcomer', offer(1)]], true],
    [
      'the same offer twice',
      [
        ['newcomer', offer(1)],
        ['newcomer', offer(1)],
      ],
      false,
    ],
    [
      'an older offer',
      [
        ['newcomer', offer(2)],
        ['newcomer', offer(1)],
      ],
      false,
    ],
    [
      'the answer to an offer',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
      ],
      true,
    ],
    [
      'the same answer twice',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', answer(1)],
      ],
      false,
    ],
    [
      'an offer of the other end, later',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', offer(2)],
      ],
      true,
    ],
    [
      'an offer that meets an open one',
      [
        ['newcomer', offer(1)],
        ['elder', offer(1)],
      ],
      false,
    ],
    [
      'an offer that meets an open one, later',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', offer(2)],
        ['newcomer', offer(2)],
      ],
      false,
    ],
    [
      'an offer that meets an open one and counts higher',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', offer(2)],
        ['newcomer', offer(3)],
      ],
      false,
    ],
    [
      'the answer of who was not heard, with the same revision',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', offer(2)],
        ['newcomer', offer(2)],
        ['newcomer', answer(2)],
      ],
      true,
    ],
    [
      'the second try of who was not heard',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', offer(2)],
        ['newcomer', offer(2)],
        ['newcomer', answer(2)],
        ['newcomer', offer(3)],
      ],
      true,
    ],
    [
      'a corrected offer of the same end',
      [
        ['newcomer', offer(1)],
        ['newcomer', offer(2)],
      ],
      true,
    ],
    ['candidates before any description', [['elder', ice('a', 1)]], true],
    [
      'newer candidates',
      [
        ['elder', ice('a', 1)],
        ['elder', ice('a', 2)],
      ],
      true,
    ],
    [
      'older candidates',
      [
        ['elder', ice('a', 2)],
        ['elder', ice('a', 1)],
      ],
      false,
    ],
    [
      'candidates after a restart',
      [
        ['elder', ice('a', 5)],
        ['elder', ice('b', 1)],
      ],
      true,
    ],
  ])('hands on or keeps back %s', (_what, sayings, expected) => {
    expect(after(...sayings).heard).toBe(expected)
  })

  it('hands descriptions and candidates over unchanged', () => {
    const said = { id: 'link', description: offer(1), ice: ice('a', 1) }
    expect(relay(fresh, 'newcomer', said).toOther).toEqual(said)
  })

  it('is over when a client gives it up', () => {
    const { link, heard } = after(['newcomer', offer(1)], ['elder', close(2)])
    expect([link, heard]).toEqual([null, true])
  })

  it('is given up when the answer to a very first offer was lost', () => {
    const { link } = after(['newcomer', offer(1)])
    const relayed = relay(returned(link ?? fresh, 'elder'), 'elder', state(offer(2)))
    expect(relayed.link).toBeNull()
    expect(relayed.toOther?.description?.type).toBe('close')
    expect(relayed.toSender?.description?.type).toBe('close')
  })

  it('goes on when a later answer was lost: the other end rolls back', () => {
    const { link } = after(['newcomer', offer(1)], ['elder', answer(1)], ['newcomer', offer(2)])
    const relayed = relay(returned(link ?? fresh, 'elder'), 'elder', state(offer(3)))
    expect(relayed.toOther?.description).toEqual(offer(3))
    expect(relayed.link?.pendingOffer).toMatchObject({ from: 'elder', revision: 3 })
  })

  it('knows its ends, and strangers', () => {
    expect(['PA-new', 'PA-old', 'PA-other'].map((sid) => sideOf(fresh, sid))).toEqual([
      'newcomer',
      'elder',
      null,
    ])
  })
})

describe('somebody who comes back', () => {
  it.each<[string, Side, Saying[], PeerConnectionState[]]>([
    [
      'is asked for the offer that was never made',
      'newcomer',
      [],
      [{ id: 'link', description: CREATE_OFFER }],
    ],
    ['keeps a link that is waiting for the newcomer', 'elder', [], [{ id: 'link' }]],
    [
      'keeps a link that is waiting for the other end',
      'newcomer',
      [['newcomer', offer(1)]],
      [{ id: 'link' }],
    ],
    [
      'hears the last description and candidates of the other end',
      'elder',
      [
        ['newcomer', offer(1)],
        ['newcomer', ice('a', 1)],
        ['newcomer', ice('a', 2)],
      ],
      [{ id: 'link', description: offer(1), ice: ice('a', 2) }],
    ],
    [
      'hears the answer before the offer that followed it',
      'newcomer',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', offer(2)],
      ],
      [
        { id: 'link', description: answer(1) },
        { id: 'link', description: offer(2) },
      ],
    ],
    [
      'hears no answer to an offer that is long settled',
      'newcomer',
      [
        ['newcomer', offer(1)],
        ['elder', answer(1)],
        ['elder', offer(2)],
        ['newcomer', answer(2)],
      ],
      [{ id: 'link', description: offer(2) }],
    ],
  ])('%s', (_what, side, sayings, expected) => {
    expect(catchUp(after(...sayings).link ?? fresh, side)).toEqual(expected)
  })
})
