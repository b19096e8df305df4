// Writes the types of the tables and functions for supabase-js, from a database in memory that ran the migrations.
import { writeFile } from 'node:fs/promises'
import { DATABASE_TYPES_FILE, databaseTypes } from '../tests/supabase/database-types/database-types.ts'

await writeFile(DATABASE_TYPES_FILE, await databaseTypes())
