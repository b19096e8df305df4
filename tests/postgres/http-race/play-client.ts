import { REPLAYED_HEADER } from '@meetings/contract'
import { MINUTES } from '../booking-race/step.ts'
import type { RaceClient, Step } from './race-clients.ts'
import { type Answer, type Sent, sendAndHangUp, sendRequest } from './send-request.ts'

/** What came of one request of a race. */
export interface RaceOutcome {
  /** What was done and what was answered, like `book 200` or `move SLOT_TAKEN`. */
  what: string
  bookingId: string | null
  key: string | null
  /** What is wrong with the answer, if anything. */
  problem: string | null
}

const MINUTE = 60_000

/** Plays a client's steps through HTTP, each at the next server. */
export async function playClient(
  client: RaceClient,
  { midnight, ports, first }: { midnight: number; ports: readonly number[]; first: number },
): Promise<RaceOutcome[]> {
  const outcomes: RaceOutcome[] = []
  const mine = { bookingId: null as string | null, holdId: null as string | null }
  let turn = first
  const nextPort = () => ports[turn++ % ports.length] as number

  const note = (name: string, sent: Sent, answer: Answer): string | null => {
    const bookingId = idIn(answer.body.booking)
    const replayed = answer.headers[REPLAYED_HEADER] === 'true'
    outcomes.push({
      what: `${name} ${replayed ? 'replayed' : (answer.body.code ?? answer.status)}`,
      bookingId,
      key: sent.key ?? null,
      problem: problemOf(name, sent, answer),
    })
    return bookingId
  }

  for (const step of client.steps) {
    const sent = requestOf(step, client, midnight, mine)
    if (sent === null) continue
    if (step.does !== 'book' || step.sending === 'once') {
      const answer = await sendRequest(nextPort(), sent)
      const bookingId = note(step.does, sent, answer)
      if (step.does === 'book') mine.bookingId = bookingId
      if (step.does === 'hold') mine.holdId = idIn(answer.body.hold) ?? mine.holdId
    } else if (step.sending === 'twice') {
      const answers = await Promise.all([sendRequest(nextPort(), sent), sendRequest(nextPort(), sent)])
      for (const answer of answers) mine.bookingId = note('book', sent, answer) ?? mine.bookingId
    } else {
      const unseen = await sendAndHangUp(nextPort(), sent)
      outcomes.push({ what: `unheard ${unseen}`, bookingId: null, key: null, problem: null })
      const answer = await sendRequest(nextPort(), sent)
      mine.bookingId = note('again', sent, answer)
      const isSame = answer.headers[REPLAYED_HEADER] === 'true'
      const last = outcomes.at(-1)
      if (unseen === 200 && !isSame && last) last.problem = 'was booked already, and is not replayed'
    }
  }
  return outcomes
}

function requestOf(
  step: Step,
  { userId, meetingTypeId }: RaceClient,
  midnight: number,
  mine: { bookingId: string | null; holdId: string | null },
): Sent | null {
  const startOf = (minute: number) => ({ start_time: new Date(midnight + minute * MINUTE).toISOString() })
  const slot = (minute: number) => ({ meeting_type_id: meetingTypeId, ...startOf(minute) })
  const { bookingId, holdId } = mine
  switch (step.does) {
    case 'hold':
      return { route: 'holdSlot', as: userId, body: slot(step.minute) }
    case 'release':
      return holdId === null ? null : { route: 'releaseHold', as: userId, id: holdId, body: {} }
    case 'move': {
      const body = startOf(step.minute)
      return bookingId === null ? null : { route: 'rescheduleBooking', as: userId, id: bookingId, body }
    }
    case 'cancel':
      return bookingId === null ? null : { route: 'cancelBooking', as: userId, id: bookingId, body: {} }
    case 'reuse':
      if (bookingId === null) return null
  }
  const body = { ...slot(step.minute), customer_name: 'Racer', time_zone: 'UTC' }
  return { route: 'createBooking', as: userId, body, key: step.key }
}

/** What this answer should not have been. A loser gets 409 and free slots. */
function problemOf(name: string, { body: asked }: Sent, { status, body }: Answer): string | null {
  const told = `${status} ${JSON.stringify(body)}`
  if (name === 'reuse') return body.code === 'IDEMPOTENCY_KEY_REUSED' && status === 422 ? null : told
  if (status === 200 || (name === 'release' && status === 204)) return null
  if (status !== 409 || body.code !== 'SLOT_TAKEN' || name === 'cancel') return told
  const { nearest = [] } = body.details as { nearest?: { start: string; end: string }[] }
  const starts = nearest.map(({ start }) => start)
  const isRight =
    nearest.length > 0 &&
    starts.join() === starts.toSorted().join() &&
    !starts.includes((asked as { start_time: string }).start_time) &&
    nearest.every(({ start, end }) => Date.parse(end) - Date.parse(start) === MINUTES.duration * MINUTE)
  return isRight ? null : `offers wrong slots: ${told}`
}

function idIn(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
