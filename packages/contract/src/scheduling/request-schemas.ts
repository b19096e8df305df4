import * as z from 'zod'
import { emailAddress, instant, line, lines, plainDate, timeZone, wallTime } from './field-schemas.ts'

const DAY_MS = 86_400_000
/** The most dates that one request for free times covers. */
export const MOST_DAYS = 62
const MOST_GUESTS = 20
const MOST_ANSWERS = 50

const meetingTypeId = z.guid().describe('The id of the meeting type.')
const startTime = instant.describe("A slot's start. Whether it is free is decided again.")

/** Query of `GET /availability`. */
export const availabilityQuerySchema = z
  .strictObject({
    meeting_type_id: meetingTypeId,
    from: plainDate.describe('The first date, in `time_zone`.'),
    to: plainDate.describe(`The last date, in \`time_zone\`; at most ${MOST_DAYS} dates in all.`),
    time_zone: timeZone.describe('The IANA zone whose days are asked for.'),
    booking_id: z.guid().optional().describe('A booking to be moved: its own time counts as free.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Must not be before from.' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS, {
    path: ['to'],
    message: `Ask for at most ${MOST_DAYS} dates at once.`,
  })

/** Body of `POST /holds`. */
export const holdRequestSchema = z.strictObject({
  meeting_type_id: meetingTypeId,
  start_time: startTime,
  hold_id: z.guid().optional().describe('The hold to move. Without it, your hold of this meeting type is.'),
})

const guest = z.strictObject({ email: emailAddress, name: line(200).optional() })

const guests = z
  .array(guest)
  .max(MOST_GUESTS)
  .superRefine((list, context) => {
    const known = new Set<string>()
    list.forEach(({ email }, index) => {
      const address = email.toLowerCase()
      if (known.has(address)) {
        context.addIssue({ code: 'custom', path: [index, 'email'], message: 'Must not be listed twice.' })
      }
      known.add(address)
    })
  })

// Looked at as a whole: the path of a problem would repeat a key that the caller made up.
const answers = z
  .record(z.string(), z.unknown())
  .refine(
    (given) => Object.entries(given).every(([id, answer]) => id.length <= 100 && isAnswer(answer)),
    'Each answer must be true, false, or text of at most 2000 characters.',
  )
  .refine((given) => Object.keys(given).length <= MOST_ANSWERS, `Give at most ${MOST_ANSWERS} answers.`)
  .transform((given) => given as Record<string, string | boolean>)
  .meta({ additionalProperties: { anyOf: [{ type: 'string', maxLength: 2000 }, { type: 'boolean' }] } })

const answerText = lines(2000)

function isAnswer(value: unknown): boolean {
  return typeof value === 'boolean' || answerText.safeParse(value).success
}

/** Body of `POST /bookings`. Nobody sets a status, a host, a room or metadata. */
export const bookingDraftSchema = z.strictObject({
  meeting_type_id: meetingTypeId,
  start_time: startTime,
  customer_name: line(200).describe('Who books. The account of the caller becomes the customer.'),
  customer_email: emailAddress.optional().describe("For mails. Left out: the account's own address."),
  time_zone: timeZone.describe('The IANA zone the time was chosen in.'),
  notes: lines(2000).optional(),
  guests: guests.optional().describe('Who else is invited; they take part with their verified address.'),
  answers: answers.optional().describe("By the id of the meeting type's question."),
  hold_id: z.guid().optional().describe('Your hold of this slot.'),
})

/** Body of `POST /bookings/:id/cancel`. */
export const cancellationSchema = z.strictObject({ reason: lines(500).optional() })

/** Body of `POST /bookings/:id/reschedule`. */
export const rescheduleSchema = z.strictObject({ start_time: startTime })

const interval = { from: wallTime, to: wallTime }

/** Body of `PUT /schedule`: its shape. Whether hours make sense is decided after that. */
export const scheduleDraftSchema = z.strictObject({
  time_zone: timeZone,
  weekly: z.array(z.strictObject({ weekday: z.int().min(1).max(7), ...interval })).max(100),
  overrides: z
    .array(z.strictObject({ date: plainDate, intervals: z.array(z.strictObject(interval)).max(24) }))
    .max(400),
  time_off: z.array(z.strictObject({ from: plainDate, to: plainDate })).max(200),
})

/** What `POST /holds/:id/release` is about. */
export const holdReferenceSchema = z.strictObject({ hold_id: z.guid() })

/** The header of `POST /bookings`. */
export const idempotencyKeySchema = z.object({
  'Idempotency-Key': z.string().regex(/^[!-~]{1,255}$/, 'Must be 1 to 255 visible ASCII characters.'),
})
