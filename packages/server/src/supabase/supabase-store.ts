import { BOOKING_STATUSES, PARTICIPANT_ROLES } from '@meetings/contract'
import * as z from 'zod'
import type { BookingStore, FoundBooking, ViewedBooking, Viewer } from '../ports/booking-store.ts'
import { type BookingColumns, columnPath, resolveColumns } from './booking-columns.ts'
import { callFunction, type SupabaseFunctions } from './call-function.ts'
import { readRow } from './read-row.ts'
import { toExactInstant } from './to-instant.ts'

export interface SupabaseStoreOptions {
  /**
   * A supabase-js client made with the secret (service role) key, on the server only, without a user session:
   * `createClient(url, secretKey, { auth: { persistSession: false, autoRefreshToken: false } })`.
   */
  client: SupabaseFunctions
  /** Where your own table keeps what; the same that `meetingsMigration` got. Default: this package's table. */
  columns?: Partial<BookingColumns>
}

const role = z.enum(PARTICIPANT_ROLES)
const viewed = z.object({ booking: z.record(z.string(), z.unknown()), role })
const found = viewed.extend({
  visitors: z.array(z.object({ userId: z.string(), name: z.string().nullable(), role })),
})
const entered = found.extend({ entered: z.boolean(), newVisit: z.boolean() })
const left = z.object({ bookingId: z.string(), status: z.enum(BOOKING_STATUSES) })

/**
 * Bookings in Supabase. Every verb is one request: a Postgres function that decides membership, time and status
 * and makes the change in one transaction. Values travel as parameters, never as parts of a query.
 * Run `migrations/0001_meetings.sql` first, or what `meetingsMigration` writes for a table of your own.
 */
export function supabaseStore({ client, ...options }: SupabaseStoreOptions): BookingStore {
  const columns = resolveColumns(options.columns)
  const startColumn = columnPath(columns.startTime, 'startTime').column

  const readViewed = (answer: z.output<typeof viewed>): ViewedBooking => ({
    ...readRow(answer.booking, columns),
    viewerRole: answer.role,
  })
  const readFound = (answer: z.output<typeof found>): FoundBooking => ({
    booking: readViewed(answer),
    visitors: answer.visitors,
  })

  return {
    async enter({ bookingId, viewer, at, startsBy, endsAfter }) {
      const answer = await callFunction(client, 'meetings_enter', entered.nullable(), {
        p_booking_id: bookingId,
        p_viewer: viewerArgument(viewer),
        p_at: at.toISOString(),
        p_starts_by: startsBy.toISOString(),
        p_ends_after: endsAfter.toISOString(),
      })
      return answer && { ...readFound(answer), entered: answer.entered, newVisit: answer.newVisit }
    },

    async leave({ bookingId, viewer, at, neverArrived }) {
      return callFunction(client, 'meetings_leave', left.nullable(), {
        p_booking_id: bookingId,
        p_viewer: viewerArgument(viewer),
        p_at: at.toISOString(),
        p_never_arrived: neverArrived ?? false,
      })
    },

    async find({ bookingId, viewer, forgottenBy }) {
      const answer = await callFunction(client, 'meetings_find', found.nullable(), {
        p_booking_id: bookingId,
        p_viewer: viewerArgument(viewer),
        p_forgotten_by: forgottenBy.toISOString(),
      })
      return answer && readFound(answer)
    },

    async list({ viewer, scope, endsAfter, forgottenBy, limit, after }) {
      const answer = await callFunction(client, 'meetings_list', z.array(viewed), {
        p_viewer: viewerArgument(viewer),
        p_scope: scope,
        p_ends_after: endsAfter.toISOString(),
        p_forgotten_by: forgottenBy.toISOString(),
        p_after_start: after?.startTime ?? null,
        p_after_id: after?.id ?? null,
        // One more than asked tells whether there is another page.
        p_limit: limit + 1,
      })
      const page = answer.slice(0, limit)
      const last = page.at(-1)
      const bookings = page.map(readViewed)
      const startTime = toExactInstant(last?.booking[startColumn])
      const id = bookings.at(-1)?.id
      return {
        bookings,
        next: answer.length > limit && startTime !== null && id !== undefined ? { startTime, id } : null,
      }
    },
  }
}

function viewerArgument({ userId, verifiedEmail, name, adminOf }: Viewer): Record<string, unknown> {
  return {
    userId,
    email: verifiedEmail,
    name,
    adminOfOrganization: adminOf !== null && adminOf !== 'any' ? adminOf.organizationId : null,
    adminOfAny: adminOf === 'any',
  }
}
