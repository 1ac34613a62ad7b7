import type { Registry } from '../object/registry.ts'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { type DesiredTable, desiredTable, quote } from './desired.ts'

/** What the database holds now, by the names that definitions give. */
export type Actual = {
  columns: ReadonlyMap<string, ReadonlyMap<string, string>>
  constraints: ReadonlySet<string>
  indexes: ReadonlySet<string>
}

export async function readActual(db: Runner): Promise<Actual> {
  const columns = new Map<string, Map<string, string>>()
  const rows = await db.rows<{ table: string; column: string; type: string }>(sql`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`)
  for (const { table, column, type } of rows) {
    const known = columns.get(table) ?? new Map<string, string>()
    columns.set(table, known.set(column, type))
  }
  const constraints = await db.rows<{ name: string }>(
    sql`select conname as name from pg_constraint where connamespace = 'public'::regnamespace`,
  )
  const indexes = await db.rows<{ name: string }>(sql`
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace and i.indisvalid`)
  return {
    columns,
    constraints: new Set(constraints.map(({ name }) => name)),
    indexes: new Set(indexes.map(({ name }) => name)),
  }
}

/** Statements that bring the database to the definitions. Nothing is ever dropped by itself: removing data is a decision. */
export function statementsFor(registry: Registry, actual: Actual): string[] {
  const tables = [...registry.objects.values()].map((type) => desiredTable(registry, type))
  return [
    ...tables.flatMap((table) => tableStatements(table, actual)),
    ...tables.flatMap((table) => constraintStatements(table, actual)).sort(uniqueFirst),
    ...tables.flatMap((table) => indexStatements(table, actual)),
  ]
}

function tableStatements(table: DesiredTable, actual: Actual): string[] {
  const existing = actual.columns.get(table.name)
  if (!existing) {
    const columns = [...table.columns].map(([name, definition]) => `  ${quote(name)} ${definition}`)
    return [
      `create table ${quote(table.name)} (\n${columns.join(',\n')}\n)`,
      ...(table.guarded ? guardStatements(table) : []),
    ]
  }
  return [...table.columns]
    .filter(([name]) => !existing.has(name))
    .map(([name, definition]) => `alter table ${quote(table.name)} add column ${quote(name)} ${definition}`)
}

/** The net below the scope builder: the same expression, for every role including the owner; unset keys or clearance see nothing. */
function guardStatements({ name: table, ends }: DesiredTable): string[] {
  const keys = `nullif(current_setting('app.keys', true), '')::integer[]`
  const cleared = `acl_level <= nullif(current_setting('app.clearance', true), '')::smallint`
  return [
    `alter table ${quote(table)} enable row level security`,
    `alter table ${quote(table)} force row level security`,
    `create policy reading on ${quote(table)} for select using (acl_read && ${keys} and ${cleared})`,
    `create policy creating on ${quote(table)} for insert with check (acl_write && ${keys} and ${cleared})`,
    `create policy changing on ${quote(table)} for update using (acl_write && ${keys} and ${cleared})`,
    ...(ends ? [`create policy ending on ${quote(table)} for delete using (acl_write && ${keys} and ${ends})`] : []),
  ]
}

function constraintStatements(table: DesiredTable, actual: Actual): string[] {
  return [...table.constraints]
    .filter(([name]) => !actual.constraints.has(name))
    .map(([name, definition]) => `alter table ${quote(table.name)} add constraint ${quote(name)} ${definition}`)
}

/** Foreign keys point to unique pairs, which must stand before them. */
function uniqueFirst(a: string, b: string): number {
  return Number(b.includes(' unique (')) - Number(a.includes(' unique ('))
}

function indexStatements(table: DesiredTable, actual: Actual): string[] {
  return [...table.indexes].filter(([name]) => !actual.indexes.has(name)).map(([, statement]) => statement)
}
