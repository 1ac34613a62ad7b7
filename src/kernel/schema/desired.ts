import { type ObjectType, systemColumns } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import { dayOfYearSql } from '../query/day-of-year-sql.ts'

/** What the database must hold for an object, each part under a name that never changes. */
export type DesiredTable = {
  name: string
  columns: ReadonlyMap<string, string>
  /** name -> definition after `add constraint name` */
  constraints: ReadonlyMap<string, string>
  /** name -> whole statement */
  indexes: ReadonlyMap<string, string>
  guarded: boolean
  /** Which of its rows may be removed for good. */
  ends: string | null
}

const systemDefinitions: Readonly<Record<string, string>> = {
  id: 'uuid primary key',
  version: 'integer not null default 1',
  created_at: 'timestamptz not null',
  updated_at: 'timestamptz not null',
  acl_read: 'integer[] not null',
  acl_write: 'integer[] not null',
  acl_level: 'smallint not null default 1',
  incomplete: "text[] not null default '{}'",
  search_text: "text not null default ''",
  search_latin: "text not null default ''",
}

export function desiredTable(registry: Registry, type: ObjectType): DesiredTable {
  const columns = new Map<string, string>()
  for (const { name, type: sqlType } of systemColumns(type)) columns.set(name, systemDefinitions[name] ?? sqlType)
  for (const column of type.stored.flatMap((field) => field.columns)) {
    columns.set(column.name, column.name === type.parent?.column ? `${column.type} not null` : column.type)
  }
  return {
    name: type.table,
    columns,
    constraints: constraintsOf(registry, type),
    indexes: indexesOf(type),
    guarded: type.guarded,
    ends: endsOf(type),
  }
}

function endsOf({ definition: { ends }, fields }: ObjectType): string | null {
  const [column] = fields.get(ends?.field ?? '')?.columns ?? []
  if (!ends || !column) return null
  const ago = (days: number): string => `now() - interval '${days} days'`
  return `(${quote(column.name)} < ${ago(ends.days)} or created_at < ${ago(ends.atLatest)})`
}

/** Children of one file refer to each other within it, by the pair (file, id). */
function constraintsOf(registry: Registry, type: ObjectType): Map<string, string> {
  const constraints = new Map<string, string>()
  if (type.parent) constraints.set(short(`${type.table}_file_key`), `unique (${quote(type.parent.column)}, id)`)
  for (const { kind, field, columns } of type.stored) {
    const [column] = columns
    const target = registry.objects.get(kind.target?.(field) ?? '')
    if (!target || !column || column.type !== 'uuid') continue
    const sibling = type.parent && target.parent?.object === type.parent.object
    const name = short(`${type.table}_${column.name}_fkey`)
    constraints.set(
      name,
      sibling && target.parent && type.parent
        ? `foreign key (${quote(type.parent.column)}, ${quote(column.name)}) references ${quote(target.table)} (${quote(target.parent.column)}, id)`
        : `foreign key (${quote(column.name)}) references ${quote(target.table)} (id)`,
    )
  }
  return constraints
}

function indexesOf(type: ObjectType): Map<string, string> {
  const indexes = new Map<string, string>()
  const add = (suffix: string, body: string, live = true): void => {
    const name = short(`${type.table}_${suffix}_idx`)
    indexes.set(
      name,
      `create index ${quote(name)} on ${quote(type.table)} ${body}${live ? ' where deleted_at is null' : ''}`,
    )
  }
  const addUnique = (column: string): void => {
    const name = short(`${type.table}_${column}_unique`)
    indexes.set(
      name,
      `create unique index ${quote(name)} on ${quote(type.table)} (lower(${quote(column)})) where deleted_at is null`,
    )
  }
  add('updated', '(updated_at desc, id desc)')
  add('deleted', '(deleted_with)', false)
  if (type.guarded) add('acl', 'using gin (acl_read)', false)
  if (type.searchable.length) {
    add('grams', 'using gin (grams(search_text))')
    add('latin', 'using gin (search_latin gin_trgm_ops)')
    add('initials', '(search_latin text_pattern_ops)')
  }
  if (type.guarded) add('import', '(import_id, import_row)', false)
  addFieldIndexes(type, addUnique, add)
  return indexes
}

function addFieldIndexes(
  type: ObjectType,
  unique: (column: string) => void,
  add: (suffix: string, body: string, live?: boolean) => void,
): void {
  const moment = type.definition.timeline && type.fields.get(type.definition.timeline)?.columns[0]?.name
  if (type.parent) add('file', `(${quote(type.parent.column)}, ${quote(moment || 'created_at')} desc, id desc)`, false)
  const title = type.fields.get(type.definition.title)
  if (title?.kind.sort === 'pinyin' && !title.sealed && title.columns[0])
    add('title', `(${quote(title.columns[0].name)} collate "zh-x-icu", id)`)
  for (const { field, kind, sealed, columns } of type.stored) {
    const [column] = columns
    if (field.unique && column) unique(column.name)
    if (kind.operators.includes('withinDays') && !sealed && column)
      // Of a partial index the planner takes no statistics: it would think that half the table has a birthday this week.
      add(`${column.name}_day`, `(${dayOfYearSql(quote(column.name))})`, false)
    if (!field.indexed || !column) continue
    if (column.type.endsWith('[]')) add(column.name, `using gin (${quote(column.name)})`)
    else add(column.name, `(${quote(column.name)}, updated_at desc, id desc)`)
  }
  for (const fields of type.definition.indexes ?? []) {
    const columns = fields.flatMap((field) => type.fields.get(field)?.columns[0]?.name ?? [])
    add(columns.join('_'), `(${columns.map(quote).join(', ')}, updated_at desc, id desc)`)
  }
}

/** PostgreSQL cuts names at 63 bytes. */
function short(name: string): string {
  return name.slice(0, 63)
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
