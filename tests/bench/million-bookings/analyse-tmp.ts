import { type PostgresQuery, postgresSchedule, postgresStore } from '@meetings/server/postgres'
import pg from 'pg'
import { NOW, PEOPLE, TYPES } from '../../postgres/million/fill-bookings.ts'
import { BOOKER, bookRequest, measuredSlot } from '../../postgres/million/measured-slots.ts'
import { manyBookings, openFilledDatabase, THOUSAND } from '../../postgres/million/open-filled-database.ts'
import { VIEWERS } from '../../postgres/million/viewers.ts'
import { startPostgres } from '../../postgres/start-postgres.ts'
import { median } from '../median.ts'

const postgres = await startPostgres({ settings: { shared_buffers: '1GB', max_wal_size: '8GB' } })
const now = new Date(NOW)
const viewer = { ...VIEWERS['organisation admin'], adminOf: 'any' as const }
try {
  for (const options of [THOUSAND, manyBookings(Number(process.env.TOTAL ?? 1_000_000))]) {
    const url = await openFilledDatabase(postgres, options)
    const client = new pg.Client(url)
    await client.connect()
    const query: PostgresQuery = (text, params) => client.query(text, params)
    const store = postgresStore({ query })
    const schedule = postgresSchedule({ query })
    const { rows } = await client.query(
      "select id from bookings where status = 'confirmed' and end_time > $1 order by md5(id::text) limit 100",
      [NOW],
    )
    const times: Record<string, number[]> = {}
    const statements = new Map<string, number[]>()
    let label = ''
    client.on('notice', ({ message = '' }) => {
      const plan = /^duration: ([\d.]+) ms {2}plan:\n(.*)$/s.exec(message)
      if (!plan) return
      const json = JSON.parse(plan[2])
      const key =
        label + ' | ' + String(json['Query Text']).replace(/\s+/g, ' ').slice(0, 110) + ' | buffers '
      const list = statements.get(key) ?? []
      list.push(Number(plan[1]))
      statements.set(key, list)
    })
    const measure = async (name: string, run: () => Promise<unknown>) => {
      label = name
      const s = performance.now()
      await run()
      ;(times[name] ??= []).push(performance.now() - s)
      label = 'other'
    }
    const round = async (i: number) => {
      const request = { bookingId: rows[i % 100].id, viewer, at: now }
      await measure('enter', () =>
        store.enter({ ...request, identity: 'a', startsBy: new Date('2100-01-01'), endsAfter: new Date(0) }),
      )
      await measure('leave', () => store.leave(request))
      await measure('hold', async () => {
        const h = await schedule.hold({
          ...measuredSlot(i),
          viewer: BOOKER,
          meetingTypeId: TYPES.any,
          candidates: PEOPLE.measuredHosts,
          expiresAt: new Date(now.getTime() + 600000),
        })
        if (h?.outcome === 'held') await schedule.releaseHold({ holdId: h.hold.id, viewer: BOOKER })
      })
      let id = ''
      await measure('book', async () => {
        const b = await schedule.book({
          ...bookRequest(measuredSlot(i)),
          idempotency: { key: `k${i}-${Math.random()}`, fingerprint: 'x' },
        })
        if (b && 'booking' in b) id = b.booking.id
      })
      await measure('cancel', () => schedule.cancel({ bookingId: id, viewer: BOOKER, at: now, reason: null }))
    }
    for (let i = 0; i < 30; i++) await round(i)
    for (const k of Object.keys(times)) times[k] = []
    for (let i = 30; i < 330; i++) await round(i)
    console.log(
      options.total,
      Object.fromEntries(Object.entries(times).map(([k, v]) => [k, median(v).toFixed(3)])),
    )
    await client.query(
      "load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_format = json; set auto_explain.log_level = notice; set auto_explain.log_analyze = on; set auto_explain.log_buffers = on; set auto_explain.log_timing=off",
    )
    for (let i = 100; i < 160; i++) await round(i)
    for (const [k, v] of statements)
      if (median(v) > 0.02 && !k.startsWith('other')) console.log(median(v).toFixed(3), v.length, k)
    await client.end()
  }
} finally {
  await postgres.close()
}
