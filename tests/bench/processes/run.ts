// One, two and four server processes against one Postgres that writes to its disk before it answers: first at a
// pace that leaves the machine idle most of the time, then flat out. Flat out, a machine with few cores is what is
// shared: a ratio below 1 then says that the cores were busy, and the CPU times say what a request costs.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { manyBookings, openFilledDatabase } from '../../postgres/million/open-filled-database.ts'
import { startPostgres } from '../../postgres/start-postgres.ts'
import { median } from '../median.ts'
import { AT_ONCE, type Order, type Work } from './work.ts'

const COUNTS = [1, 2, 4] as const
const ROUNDS = 5
const SPELL_MS = 3000
const BOOKINGS_PER_WORKER = 10_000
/** Requests a second of each process at the first pace. */
const PACE = 60
/** Flat out, four processes together do at least this part of what one does alone: they do not block each other. */
const LIMIT = 0.8

const MEETINGS_NOW = `
  insert into bookings (
    id, meeting_type_name, host_id, host_name, customer_id, customer_name, start_time, end_time
  )
  select
    ('0b' || rest)::uuid, 'Consultation', ('0c' || rest)::uuid, 'Hana Host', ('0d' || rest)::uuid, 'Carl Customer',
    now() - interval '10 minutes', now() + interval '50 minutes'
  from generate_series($1::int, $1::int + $2::int - 1) i,
  lateral (select '111111-0000-4000-8000-' || lpad(i::text, 12, '0') as rest) name
  returning id
`

interface Sample {
  perSecond: number
  failed: number
  nodeMs: number
  postgresMs: number
  walBytes: number
  busy: number
  medianMs: number
}

const postgres = await startPostgres({ durable: true, settings: { shared_buffers: '512MB' } })
const workers: ChildProcess[] = []
const connectionString = await openFilledDatabase(postgres, manyBookings(100_000))
const observer = new pg.Client({ connectionString })
await observer.connect()
try {
  for (let number = 0; number < Math.max(...COUNTS); number++) workers.push(await startWorker(number))
  for (const worker of workers) await spell([worker], null)
  console.log(
    `${cpus().length} cores, ${AT_ONCE} meetings at a time per process, medians of ${ROUNDS} spells`,
  )
  await compare(`${PACE} requests a second each`, PACE)
  const samples = await compare('flat out', null)
  const together = of(samples, 4, 'perSecond') / of(samples, 1, 'perSecond')
  const failed = [...samples.values()].flat().reduce((sum, sample) => sum + sample.failed, 0)
  console.log(`four together to one alone, flat out: ratio ${together.toFixed(2)} (at least ${LIMIT})`)
  console.log(`requests that failed: ${failed}`)
  if (together < LIMIT || failed > 0) process.exitCode = 1
} finally {
  await Promise.all(
    workers.map((worker) => {
      worker.disconnect()
      return once(worker, 'exit')
    }),
  )
  await observer.end()
  await postgres.close()
}

async function compare(title: string, perSecond: number | null): Promise<Map<number, Sample[]>> {
  const samples = new Map<number, Sample[]>(COUNTS.map((count) => [count, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const count of COUNTS) samples.get(count)?.push(await measure(workers.slice(0, count), perSecond))
  }
  console.log(`\n${title}`)
  console.log(
    'processes  requests/s  per process  median ms  node CPU ms  postgres CPU ms  WAL kB  cores busy',
  )
  for (const count of COUNTS) {
    const ratio = of(samples, count, 'perSecond') / count / of(samples, 1, 'perSecond')
    console.log(
      [
        String(count).padEnd(10),
        of(samples, count, 'perSecond').toFixed(0).padEnd(11),
        ratio.toFixed(2).padEnd(12),
        of(samples, count, 'medianMs').toFixed(2).padEnd(10),
        of(samples, count, 'nodeMs').toFixed(2).padEnd(12),
        of(samples, count, 'postgresMs').toFixed(2).padEnd(16),
        (of(samples, count, 'walBytes') / 1024).toFixed(1).padEnd(7),
        `${(100 * of(samples, count, 'busy')).toFixed(0)} %`,
      ].join(' '),
    )
  }
  return samples
}

function of(samples: Map<number, Sample[]>, count: number, figure: keyof Sample): number {
  return median((samples.get(count) ?? []).map((sample) => sample[figure]))
}

async function measure(active: readonly ChildProcess[], perSecond: number | null): Promise<Sample> {
  const before = {
    wall: performance.now(),
    postgres: await postgresCpuMs(),
    wal: await walPosition(),
    cores: coreTimes(),
  }
  const work = await spell(active, perSecond)
  const seconds = (performance.now() - before.wall) / 1000
  const cores = coreTimes()
  const requests = work.reduce((sum, part) => sum + part.requests, 0)
  return {
    perSecond: requests / seconds,
    medianMs: median(work.map((part) => part.medianMs)),
    failed: work.reduce((sum, part) => sum + part.failed, 0),
    nodeMs: work.reduce((sum, part) => sum + part.cpuMs, 0) / requests,
    postgresMs: cpuMsBetween(before.postgres, await postgresCpuMs()) / requests,
    walBytes: ((await walPosition()) - before.wal) / requests,
    busy: (cores.busy - before.cores.busy) / (cores.total - before.cores.total),
  }
}

async function spell(active: readonly ChildProcess[], perSecond: number | null): Promise<Work[]> {
  const answers = active.map(async (worker) => (await once(worker, 'message'))[0] as Work)
  for (const worker of active) worker.send({ forMs: SPELL_MS, perSecond } satisfies Order)
  return Promise.all(answers)
}

async function startWorker(number: number): Promise<ChildProcess> {
  const { rows } = await observer.query<{ id: string }>(MEETINGS_NOW, [
    number * BOOKINGS_PER_WORKER,
    BOOKINGS_PER_WORKER,
  ])
  const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)))
  const ready = once(worker, 'message')
  worker.send({ connectionString, bookingIds: rows.map(({ id }) => id) })
  await ready
  return worker
}

/** CPU time of every process of the server by its id, where the system tells (Linux). */
async function postgresCpuMs(): Promise<Map<number, number>> {
  const { rows } = await observer.query<{ pid: number }>('select pid from pg_stat_activity')
  return new Map(rows.map(({ pid }) => [pid, cpuMsOf(pid)]))
}

/** What was used in between; processes come and go. */
function cpuMsBetween(before: Map<number, number>, after: Map<number, number>): number {
  return Array.from(after, ([pid, ms]) => ms - (before.get(pid) ?? 0)).reduce((sum, ms) => sum + ms, 0)
}

function cpuMsOf(pid: number): number {
  try {
    // Fields after the name, which may hold spaces; user and system time are in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

async function walPosition(): Promise<number> {
  const { rows } = await observer.query(
    "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as position",
  )
  return rows[0].position
}

function coreTimes(): { busy: number; total: number } {
  const times = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({
    busy: user + nice + sys + irq,
    idle,
  }))
  const busy = times.reduce((sum, time) => sum + time.busy, 0)
  return { busy, total: times.reduce((sum, time) => sum + time.idle, busy) }
}
