import type { BookingPage } from '@meetings/server'
import { isMeetingsError } from '@meetings/server'
import {
  attendanceRefusal,
  type Expected,
  endAnswer,
  type Facts,
  launchAnswer,
  leaveAnswer,
  opensAt,
  type Policy,
  readStatus,
  refreshAnswer,
  scopesOf,
} from './oracle.ts'
import type { Person } from './people.ts'
import { BOOKING_ID, iso, type Stage } from './stage.ts'

/** One question: who asks, under which policy, and when. */
export interface Question {
  person: Person
  policy: Policy
  now: number
}

const STATUS_OF: Record<string, number> = {
  UNAUTHENTICATED: 401,
  ACTION_FORBIDDEN: 403,
  BOOKING_NOT_FOUND: 404,
  JOIN_TOO_EARLY: 409,
  BOOKING_ENDED: 410,
  BOOKING_CANCELLED: 410,
}

const ANSWERS = {
  '/launch-video': launchAnswer,
  '/refresh-token': refreshAnswer,
  '/leave-video': leaveAnswer,
  '/end-video': endAnswer,
}

export type CallPath = keyof typeof ANSWERS
export const CALL_PATHS = Object.keys(ANSWERS) as CallPath[]

/** Whether the call may leave the meeting as it was: a stage that was only refused can be asked again. */
export interface Checked {
  differences: string[]
  isUntouched: boolean
}

/** Asks once and says what differs from the table. */
export async function checkCall(stage: Stage, path: CallPath, question: Question): Promise<Checked> {
  const { person, policy, now } = question
  stage.setTime(now)
  const expected = ANSWERS[path](person, stage.facts, policy, now)
  const response = await stage.post(path)
  const body = await response.json()
  const differences = differencesOf(response, body, expected, stage.facts, question)
  const after = stage.statusNow()
  if (!expected.after.some((status) => status === after)) differences.push(`leaves the booking ${after}`)
  // An identity, a role: what the ticket says of the caller.
  if ('roomName' in body && (body.role !== person.part || body.roomName !== `meeting_${BOOKING_ID}`)) {
    differences.push(`is a ticket for a ${body.role} to ${body.roomName}`)
  }
  return { differences, isUntouched: 'refused' in expected && after === stage.facts.status }
}

function differencesOf(
  response: Response,
  body: Record<string, unknown>,
  expected: Expected,
  facts: Facts,
  { policy, now }: Question,
): string[] {
  const answer = response.status === 200 ? '200' : `${response.status} ${body.code}`
  if ('refused' in expected) {
    if (answer !== `${STATUS_OF[expected.refused]} ${expected.refused}`) {
      return [`answers ${answer} instead of ${expected.refused}`]
    }
    if ('token' in body) return ['holds a token beside the refusal']
    return expected.refused === 'JOIN_TOO_EARLY'
      ? tooEarlyDifferences(response, body, facts, policy, now)
      : []
  }
  if (answer !== '200') return [`answers ${answer} instead of success`]
  if ('status' in expected) {
    return body.status === expected.status ? [] : [`says ${body.status} instead of ${expected.status}`]
  }
  const seconds = (Date.parse(String(body.expiresAt)) - now) / 1000
  return typeof body.token === 'string' && seconds === expected.token.atMostSeconds
    ? []
    : [`gives a token for ${seconds} s instead of ${expected.token.atMostSeconds} s`]
}

function tooEarlyDifferences(
  response: Response,
  body: Record<string, unknown>,
  facts: Facts,
  policy: Policy,
  now: number,
): string[] {
  const opens = opensAt(facts, policy)
  const retryAt = now + Number(response.headers.get('retry-after')) * 1000
  const { opensAt: told, serverTime } = body.details as { opensAt: string; serverTime: string }
  return [
    ...(told === iso(opens) ? [] : [`says it opens at ${told} instead of ${iso(opens)}`]),
    ...(serverTime === iso(now) ? [] : [`says it is ${serverTime}`]),
    ...(retryAt >= opens && retryAt < opens + 1000 ? [] : [`promises ${iso(retryAt)} in Retry-After`]),
    ...(body.error === `Meeting can only be joined ${policy.opensMinutesBefore} minutes before start time`
      ? []
      : [`says "${body.error}"`]),
  ]
}

/** Asks for every list and for the attendance, and says what differs. */
export async function checkReads(stage: Stage, { person, policy, now }: Question): Promise<string[]> {
  stage.setTime(now)
  const differences: string[] = []
  const shown = scopesOf(person, stage.facts, policy, now)
  const status = readStatus(stage.facts, now)
  for (const scope of ['upcoming', 'past', 'cancelled', 'all']) {
    const response = await stage.get(`/bookings?scope=${scope}`)
    const body: BookingPage & { code?: string } = await response.json()
    if (!person.signedIn) {
      if (body.code !== 'UNAUTHENTICATED') differences.push(`answers the list of ${scope} to nobody`)
      continue
    }
    const [booking] = body.bookings
    if ((booking !== undefined) !== shown.has(scope)) {
      differences.push(`${booking ? 'shows' : 'hides'} it in ${scope}`)
    } else if (booking && (booking.status !== status || booking.viewerRole !== person.part)) {
      differences.push(`lists it as ${booking.status} for the ${booking.viewerRole}`)
    }
  }
  if (person.user !== null) differences.push(...(await attendanceDifferences(stage, person, status)))
  return differences
}

async function attendanceDifferences(
  stage: Stage,
  person: Person,
  status: Facts['status'],
): Promise<string[]> {
  if (person.user === null) return []
  const { id } = person.user
  const refusal = attendanceRefusal(person)
  try {
    const { people } = await stage.meetings.api.attendance({ bookingId: BOOKING_ID }, { user: person.user })
    if (refusal !== null) return [`tells who came instead of ${refusal}`]
    const own = people.find(({ userId }) => userId === id)
    const isIn = stage.facts.askerIsIn && status === 'in_progress'
    const isRight = (own !== undefined) === stage.facts.askerCame && (own?.leftAt === null) === isIn
    return isRight ? [] : ['is wrong about who came']
  } catch (error) {
    const code = isMeetingsError(error) ? error.code : String(error)
    return code === refusal ? [] : [`refuses to tell who came with ${code} instead of ${refusal}`]
  }
}
