import type { Column, DatabaseFunction, ForeignKey, Schema, Table, TypedName } from './read-schema.ts'

/** What supabase-js gives and takes for a type of Postgres. */
const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  'text[]': 'string[]',
  'timestamp with time zone': 'string',
  tstzrange: 'unknown',
  jsonb: 'Json',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
}

/** The repository's. */
const LINE_WIDTH = 110

const HEAD = `\
// Written by scripts/write-database-types.ts from a database that ran the migrations. Do not edit.

/** What a JSON column holds. */
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/** The tables and functions of the migrations, as \`supabase gen types\` describes them: for \`createClient<Database>\`. */
`

/** TypeScript in the shape that `supabase gen types typescript` writes, formatted as the repository is. */
export function writeTypes({ tables, functions }: Schema): string {
  return `${HEAD}export type Database = ${block(0, [
    `public: ${block(1, [
      `Tables: ${block(
        2,
        tables.map((table) => `${table.name}: ${writeTable(table)}`),
      )}`,
      'Views: { [_ in never]: never }',
      `Functions: ${block(
        2,
        functions.map((each) => `${each.name}: ${writeFunction(each)}`),
      )}`,
      'Enums: { [_ in never]: never }',
      'CompositeTypes: { [_ in never]: never }',
    ])}`,
  ])}\n`
}

function writeTable({ name, columns, foreignKeys }: Table): string {
  const written = columns.filter(({ isGenerated }) => !isGenerated)
  return block(3, [
    `Row: ${block(
      4,
      columns.map((column) => `${column.name}: ${typeOfColumn(column)}`),
    )}`,
    `Insert: ${block(
      4,
      written.map((column) => {
        const isOptional = column.hasDefault || column.isNullable
        return `${column.name}${isOptional ? '?' : ''}: ${typeOfColumn(column)}`
      }),
    )}`,
    `Update: Partial<Database['public']['Tables']['${name}']['Insert']>`,
    foreignKeys.length === 0
      ? 'Relationships: []'
      : `Relationships: [\n${foreignKeys.map((key) => `${indent(5)}${writeForeignKey(key)},\n`).join('')}${indent(4)}]`,
  ])
}

function writeForeignKey({ name, columns, isOneToOne, table, referenced }: ForeignKey): string {
  const list = (names: string[]) => `[${names.map((each) => `'${each}'`).join(', ')}]`
  return block(5, [
    `foreignKeyName: '${name}'`,
    `columns: ${list(columns)}`,
    `isOneToOne: ${isOneToOne}`,
    `referencedRelation: '${table}'`,
    `referencedColumns: ${list(referenced)}`,
  ])
}

function writeFunction({ args, returns }: DatabaseFunction): string {
  const members = args.map((arg) => `${arg.name}: ${typeOf(arg)}`)
  const inLine = `Args: { ${members.join('; ')} }`
  const broken = `Args: ${block(4, members)}`
  const fits = indent(4).length + inLine.length <= LINE_WIDTH
  return block(3, [
    args.length === 0 ? 'Args: Record<PropertyKey, never>' : fits ? inLine : broken,
    `Returns: ${typeOf({ name: 'the answer', type: returns })}`,
  ])
}

function typeOfColumn(column: Column): string {
  return `${typeOf(column)}${column.isNullable ? ' | null' : ''}`
}

function typeOf({ name, type }: TypedName): string {
  const known = TYPES[type]
  if (known === undefined) throw new Error(`${name} is of type ${type}: tell write-types.ts what that is.`)
  return known
}

/** Members in braces; `depth` is that of the line it begins on. */
function block(depth: number, members: readonly string[]): string {
  return `{\n${members.map((member) => `${indent(depth + 1)}${member}\n`).join('')}${indent(depth)}}`
}

function indent(depth: number): string {
  return '  '.repeat(depth)
}
