import type { PGlite } from '@electric-sql/pglite'

/** A column, an argument or a field of an answer; `type` is Postgres' name of it. */
export interface TypedName {
  name: string
  type: string
}

export interface Column extends TypedName {
  isNullable: boolean
  /** Filled in when it is left out. */
  hasDefault: boolean
  /** Never written: the database counts. */
  isGenerated: boolean
}

export interface ForeignKey {
  name: string
  columns: string[]
  isOneToOne: boolean
  table: string
  referenced: string[]
}

export interface Table {
  name: string
  columns: Column[]
  foreignKeys: ForeignKey[]
}

export interface DatabaseFunction {
  name: string
  args: TypedName[]
  returns: string
}

/** What is in the schema `public`, by name. */
export interface Schema {
  tables: Table[]
  /** What can be called from outside: no triggers, and no helpers that take or answer a row. */
  functions: DatabaseFunction[]
}

const TABLES = `
  select c.relname as name,
    (select jsonb_agg(jsonb_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, null),
      'isNullable', not a.attnotnull,
      'hasDefault', a.atthasdef,
      'isGenerated', a.attidentity = 'a'
    ) order by a.attname collate "C")
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(jsonb_agg(jsonb_build_object(
      'name', k.conname,
      'columns', (select jsonb_agg(a.attname order by place) from unnest(k.conkey) with ordinality as key (number, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.number),
      'isOneToOne', exists (select from pg_index i where i.indrelid = k.conrelid and i.indisunique
        and i.indpred is null and i.indkey::int2[] <@ k.conkey),
      'table', k.confrelid::regclass::text,
      'referenced', (select jsonb_agg(a.attname order by place) from unnest(k.confkey) with ordinality as key (number, place)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = key.number)
    ) order by k.conname collate "C"), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') as "foreignKeys"
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname collate "C"
`

const FUNCTIONS = `
  select p.proname as name, format_type(p.prorettype, null) as returns,
    (select coalesce(jsonb_agg(jsonb_build_object('name', p.proargnames[place], 'type', format_type(type, null))
      order by p.proargnames[place] collate "C"), '[]')
    from unnest(p.proargtypes::oid[]) with ordinality as arg (type, place)) as args
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.proname like 'meetings\\_%'
    and p.prorettype in ('jsonb'::regtype, 'boolean'::regtype)
    and not exists (
      select from unnest(p.proargtypes::oid[]) as arg (type) join pg_type t on t.oid = arg.type where t.typtype <> 'b'
    )
  order by p.proname collate "C"
`

/** Reads what the migrations have made. */
export async function readSchema(database: PGlite): Promise<Schema> {
  const { rows: tables } = await database.query<Table>(TABLES)
  const { rows: functions } = await database.query<DatabaseFunction>(FUNCTIONS)
  return { tables, functions }
}
