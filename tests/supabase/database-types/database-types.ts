import { readFileSync } from 'node:fs'
import { openPglite } from '../../../packages/server/test/open-pglite.ts'
import { SUPABASE_STUB } from '../../postgres/supabase-roles.ts'
import { readSchema } from './read-schema.ts'
import { writeTypes } from './write-types.ts'

/** Where the types are kept. */
export const DATABASE_TYPES_FILE = new URL(
  '../../../packages/server/src/supabase/database-types.ts',
  import.meta.url,
)

const MIGRATIONS = ['0001_meetings.sql', '0002_scheduling.sql'].map(
  (file) => new URL(`../../../packages/server/migrations/${file}`, import.meta.url),
)

/** The types of a database that ran the migrations of now. */
export async function databaseTypes(): Promise<string> {
  const database = await openPglite([SUPABASE_STUB, ...MIGRATIONS.map((file) => readFileSync(file, 'utf8'))])
  try {
    return writeTypes(await readSchema(database))
  } finally {
    await database.close()
  }
}
