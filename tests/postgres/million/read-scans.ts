import type { BookingStore, ScheduleStore } from '@meetings/server'
import { type PostgresQuery, postgresSchedule, postgresStore } from '@meetings/server/postgres'
import pg from 'pg'

/** How a statement got at a table's rows. */
export interface Scan {
  /** Postgres' name of the step: `Index Scan`, `Seq Scan`, ... */
  step: string
  table: string
  index: string | null
}

/** Runs store verbs on a connection of its own; answers every scan that was really carried out, functions' included. */
export async function readScans(
  connectionString: string,
  run: (stores: { store: BookingStore; schedule: ScheduleStore }) => Promise<void>,
): Promise<Scan[]> {
  const client = new pg.Client({ connectionString })
  const scans: Scan[] = []
  client.on('notice', ({ message = '' }) => {
    const plan = /^duration: .* plan:\n(.*)$/s.exec(message)?.[1]
    if (plan !== undefined) scans.push(...scansOf(JSON.parse(plan).Plan))
  })
  await client.connect()
  try {
    await client.query(`
      load 'auto_explain';
      set auto_explain.log_min_duration = 0;
      set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on;
      set auto_explain.log_format = json;
      set auto_explain.log_level = notice`)
    const query: PostgresQuery = (text, params) => client.query(text, params)
    await run({ store: postgresStore({ query }), schedule: postgresSchedule({ query }) })
    return scans
  } finally {
    await client.end()
  }
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Loops'?: number
  Plans?: PlanNode[]
}

function scansOf(node: PlanNode): Scan[] {
  const below = (node.Plans ?? []).flatMap(scansOf)
  // A branch that does not concern the viewer is part of the plan, and never executed.
  if (!node['Node Type'].endsWith('Scan') || (node['Actual Loops'] ?? 0) === 0) return below
  const table = node['Relation Name']
  // A bitmap's index is a step of its own, below the one that names the table.
  const index = node['Index Name'] ?? (node.Plans?.[0]?.['Index Name'] || null)
  return table === undefined ? below : [{ step: node['Node Type'], table, index }, ...below]
}
