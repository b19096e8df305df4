import { BOOKING_STATUSES, PARTICIPANT_ROLES } from '@meetings/contract'
import * as z from 'zod'
import type { BookingStore, FoundBooking, ViewedBooking } from '../ports/booking-store.ts'
import type { CallOptions } from '../ports/call-options.ts'
import { type BookingColumns, columnPath, resolveColumns } from './booking-columns.ts'
import { type CallFunction, type FunctionArgument, parseAnswer } from './call-function.ts'
import { readRow } from './read-row.ts'
import { asViewer, text, time, uuid } from './sql-arguments.ts'
import { toExactInstant, toInstant } from './to-instant.ts'

export interface SqlStoreOptions {
  /** `supabaseStore`: how errors call it. */
  name: string
  call: CallFunction
  columns: Partial<BookingColumns> | undefined
}

const role = z.enum(PARTICIPANT_ROLES)
const status = z.enum(BOOKING_STATUSES)
const ids = z.array(z.string())
const instant = z.unknown().transform((value, context) => {
  const iso = toInstant(value)
  if (iso === null) context.addIssue('is no timestamp')
  return new Date(iso ?? 0)
})
const visitor = z.object({
  userId: z.string(),
  name: z.string().nullable(),
  role,
  enteredAt: instant,
  leftAt: z.union([z.null(), instant]),
  leftBy: z.nullable(z.enum(['person', 'room', 'end', 'removal', 'sweep'])),
})
const viewed = z.object({ booking: z.record(z.string(), z.unknown()), role })
const presence = z.object({ hostIsIn: z.boolean(), others: z.number() })
const barred = z.enum(['removed', 'locked', 'waiting']).nullable()
const found = viewed.extend({ visitors: z.array(visitor), barred })
const person = z.object({ userId: z.string(), identity: z.string(), name: z.string().nullable(), role })
const ANSWERS = {
  enter: found.extend({ entered: z.boolean(), newVisit: z.boolean(), started: z.boolean() }).nullable(),
  leave: z.object({ bookingId: z.string(), status, left: z.boolean(), completed: z.boolean() }).nullable(),
  end: viewed.extend({ ended: z.boolean(), completed: z.boolean() }).nullable(),
  settle: z
    .object({ status, joined: ids, left: ids, completed: z.boolean(), isRemoved: z.boolean() })
    .nullable(),
  find: found.extend({ forgotten: ids }).nullable(),
  list: z.object({ bookings: z.array(viewed.extend({ presence: presence.nullable() })), forgotten: ids }),
  moderate: viewed
    .extend({
      outcome: z.enum(['done', 'not_in_charge', 'unknown_person', 'person_in_charge']),
      changed: z.boolean(),
      personId: z.string().nullable(),
      left: z.boolean(),
      completed: z.boolean(),
      isLocked: z.boolean(),
      waiting: z.array(person.extend({ since: instant })),
      removed: z.array(person),
    })
    .nullable(),
  ping: z.literal(true),
}

/**
 * The store over the migration's functions, however they are reached. Every verb is one call: a function that
 * decides membership, time and status and makes the change in one transaction.
 */
export function sqlStore({ name, call, columns: given }: SqlStoreOptions): Required<BookingStore> {
  const columns = resolveColumns(given)
  const startColumn = columnPath(columns.startTime, 'startTime').column

  const ask = async <Schema extends z.ZodType>(
    verb: string,
    schema: Schema,
    args: readonly FunctionArgument[],
    options: CallOptions | undefined,
  ): Promise<z.output<Schema>> => {
    options?.signal?.throwIfAborted()
    const answer = await call(`meetings_${verb}`, args, options)
    return parseAnswer(schema, answer, `${name}: meetings_${verb}`)
  }
  const readViewed = (answer: z.output<typeof viewed>): ViewedBooking => ({
    ...readRow(answer.booking, columns, name),
    viewerRole: answer.role,
  })
  const readFound = (answer: z.output<typeof found>): FoundBooking => ({
    booking: readViewed(answer),
    visitors: answer.visitors,
    barred: answer.barred,
  })

  return {
    async enter({ bookingId, viewer, identity, at, startsBy, endsAfter, waitingRoom = 'off' }, options) {
      const args = [
        uuid('p_booking_id', bookingId),
        asViewer(viewer, { waitingRoom }),
        text('p_identity', identity),
        time('p_at', at),
        time('p_starts_by', startsBy),
        time('p_ends_after', endsAfter),
      ]
      const answer = await ask('enter', ANSWERS.enter, args, options)
      if (answer === null) return null
      const { entered, newVisit, started } = answer
      return { ...readFound(answer), entered, newVisit, started }
    },

    async leave({ bookingId, viewer, at, neverArrived }, options) {
      const takeBack: FunctionArgument = {
        name: 'p_never_arrived',
        type: 'boolean',
        value: neverArrived ?? false,
      }
      return ask(
        'leave',
        ANSWERS.leave,
        [uuid('p_booking_id', bookingId), asViewer(viewer), time('p_at', at), takeBack],
        options,
      )
    },

    async end({ bookingId, viewer, at }, options) {
      const args = [uuid('p_booking_id', bookingId), asViewer(viewer), time('p_at', at)]
      const answer = await ask('end', ANSWERS.end, args, options)
      return answer && { booking: readViewed(answer), ended: answer.ended, completed: answer.completed }
    },

    async settle(news, options) {
      const connection = news.type === 'ended' ? null : news
      const args = [
        uuid('p_booking_id', news.bookingId),
        text('p_type', news.type),
        text('p_room_id', news.roomId),
        text('p_connection_id', connection?.connectionId ?? null),
        text('p_identity', connection?.identity ?? null),
        time('p_at', news.at),
      ]
      const answer = await ask('settle', ANSWERS.settle, args, options)
      if (answer === null) return null
      const { isRemoved, ...settled } = answer
      return isRemoved ? { ...settled, isRemoved } : settled
    },

    async find({ bookingId, viewer, forgottenBy, waitingRoom = 'off' }, options) {
      const args = [
        uuid('p_booking_id', bookingId),
        asViewer(viewer, { waitingRoom }),
        time('p_forgotten_by', forgottenBy),
      ]
      const answer = await ask('find', ANSWERS.find, args, options)
      return answer && { ...readFound(answer), forgotten: answer.forgotten }
    },

    async list({ viewer, scope, endsAfter, forgottenBy, limit, after }, options) {
      const args: FunctionArgument[] = [
        asViewer(viewer),
        text('p_scope', scope),
        time('p_ends_after', endsAfter),
        time('p_forgotten_by', forgottenBy),
        { name: 'p_after_start', type: 'timestamptz', value: after?.startTime ?? null },
        uuid('p_after_id', after?.id ?? null),
        // One more than asked tells whether there is another page.
        { name: 'p_limit', type: 'integer', value: limit + 1 },
      ]
      const answer = await ask('list', ANSWERS.list, args, options)
      const rows = answer.bookings.slice(0, limit)
      const bookings = rows.map((row) => ({ ...readViewed(row), presence: row.presence }))
      const startTime = toExactInstant(rows.at(-1)?.booking[startColumn])
      const id = bookings.at(-1)?.id
      const hasMore = answer.bookings.length > limit && startTime !== null && id !== undefined
      return { bookings, next: hasMore ? { startTime, id } : null, forgotten: answer.forgotten }
    },

    async moderate({ bookingId, viewer, at, waitingSince, action }, options) {
      const args: FunctionArgument[] = [
        uuid('p_booking_id', bookingId),
        asViewer(viewer),
        time('p_at', at),
        time('p_waiting_since', waitingSince),
        text('p_action', action.type),
        text('p_identity', 'identity' in action ? action.identity : null),
        { name: 'p_locked', type: 'boolean', value: action.type === 'lock' && action.isLocked },
      ]
      const answer = await ask('moderate', ANSWERS.moderate, args, options)
      if (answer === null) return null
      const { booking, role, ...decided } = answer
      return { booking: readViewed({ booking, role }), ...decided }
    },

    async ping(options) {
      await ask('ping', ANSWERS.ping, [], options)
    },
  }
}
