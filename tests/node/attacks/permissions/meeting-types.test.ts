import type { MeetingsUser } from '@meetings/server'
import { describe, expect, it } from 'vitest'
import { FOREIGN_TYPE_ID, MISSING_ID, TYPE_ID, USERS, world } from '../../../../packages/server/test/world.ts'

const OURS = USERS.admin.organizationId ?? null
const THEIRS = USERS.otherAdmin.organizationId ?? null

/** People by the organisation they belong to; what they are there makes no difference. */
const PEOPLE: Record<string, MeetingsUser> = {
  'a member of ours': { id: 'member', organizationId: OURS },
  'an admin of ours': { id: 'admin', organizationId: OURS, role: 'admin' },
  'a member of theirs': { id: 'their-member', organizationId: THEIRS },
  'an admin of theirs': { id: 'their-admin', organizationId: THEIRS, role: 'admin' },
  'somebody of no organisation': { id: 'somebody', organizationId: null },
  'an admin of nothing': { id: 'nobodys-admin', role: 'admin' },
}

/** Kinds of meeting, and who may book them; `null`: nobody. */
const TYPES = {
  public: { type: { organizationId: null }, id: TYPE_ID, of: 'anybody' },
  ours: { type: { organizationId: OURS }, id: TYPE_ID, of: OURS },
  'withdrawn, for anybody': { type: { organizationId: null, active: false }, id: TYPE_ID, of: null },
  'withdrawn, ours': { type: { organizationId: OURS, active: false }, id: TYPE_ID, of: null },
  theirs: { type: {}, id: FOREIGN_TYPE_ID, of: THEIRS },
} as const

const START = '2026-11-23T09:00:00Z'

/** Every route that is about a kind of meeting. */
const ROUTES: Record<string, (id: string) => [path: string, body: object | null]> = {
  availability: (id) => [
    `/availability?meeting_type_id=${id}&from=2026-11-23&to=2026-11-23&time_zone=UTC`,
    null,
  ],
  holds: (id) => ['/holds', { meeting_type_id: id, start_time: START }],
  bookings: (id) => [
    '/bookings',
    { meeting_type_id: id, start_time: START, customer_name: 'Mal', time_zone: 'UTC' },
  ],
}

function sender(user: MeetingsUser, type: (typeof TYPES)[keyof typeof TYPES]['type']) {
  const { send } = world({ meetingType: type, authenticate: () => ({ user, via: 'bearer' }) })
  return (path: string, body: object | null) =>
    send(path, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
}

const CASES = Object.entries(PEOPLE).flatMap(([who, user]) =>
  Object.entries(TYPES).map(([kind, { type, id, of }]) => ({
    who,
    kind,
    user,
    type,
    id,
    may: of !== null && (of === 'anybody' || of === (user.organizationId ?? null)),
  })),
)

describe.each(CASES)('$who and a kind of meeting that is $kind', ({ user, type, id, may }) => {
  it.each(Object.entries(ROUTES))('is open, or the same as none, to %s', async (_route, about) => {
    const answerTo = async (asked: string) => {
      const response = await sender(user, type)(...about(asked))
      return [response.status, ...response.headers, await response.text()].join('\n')
    }
    const answer = await answerTo(id)
    if (may) expect(answer).toMatch(/^200\n/)
    // The request id is the same here: nothing else may differ.
    else expect(answer).toBe(await answerTo(MISSING_ID))
    expect(answer.includes('There is no such meeting type.')).toBe(!may)
  })

  it('is listed, or not', async () => {
    const { meetingTypes } = await (await sender(user, type)('/meeting-types', null)).json()
    expect(meetingTypes.some((listed: { id: string }) => listed.id === id)).toBe(may)
  })
})

describe("somebody else's hold", () => {
  const hold = async (as: 'customer' | 'stranger', { send }: ReturnType<typeof world>) => {
    const [path, body] = (ROUTES['holds'] as (id: string) => [string, object])(TYPE_ID)
    const headers = { 'content-type': 'application/json' }
    return send(path, { as, method: 'POST', headers, body: JSON.stringify(body) })
  }

  it('is not given back by a stranger, who cannot tell it from none', async () => {
    const here = world()
    const { hold: kept } = await (await hold('customer', here)).json()
    const answers = await Promise.all(
      [kept.id, MISSING_ID].map(async (id) => {
        const response = await here.send(`/holds/${id}/release`, { as: 'stranger', method: 'POST' })
        return [response.status, ...response.headers, await response.text()].join('\n')
      }),
    )
    expect(answers[0]).toBe(answers[1])
    expect((await hold('stranger', here)).status).toBe(409)
  })
})
