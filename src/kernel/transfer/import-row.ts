import type { FieldError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { readMoment } from '../object/moment.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { NewRecord } from '../record/create.ts'
import type { Unread } from '../record/normalise.ts'
import { createdAt, peopleOn } from './import-targets.ts'
import type { TableRow } from './table.ts'

/** Column -> target path, in the order of the headings; null = left out. */
export type Mapping = readonly (string | null)[]

export type RowInput = { parent: NewRecord; children: { type: ObjectType; record: NewRecord }[] }

/** One row of a list as input for the record core; texts go through the kinds there. */
export function rowInput(
  ctx: Context,
  type: ObjectType,
  { row, mapping, importId }: { row: TableRow; mapping: Mapping; importId: string },
): RowInput {
  const damaged = new Set(row.troubles.flatMap(({ column }) => (column === null ? [] : [column])))
  const values = collect(type, row, { mapping, prefix: '', damaged })
  const { createdAt: past, ...input } = values
  const origin = { import: { id: importId, row: row.row } }
  const created = readCreatedAt(ctx, past)
  const unread = [...(created.unread ? [created.unread] : []), ...damagedFields(ctx, type, row, mapping)]
  const children = peopleOn(ctx, type).flatMap((child): RowInput['children'] => {
    const own = collect(child, row, { mapping, prefix: `${child.name}.`, damaged: new Set() })
    const title = child.definition.title
    if (!Object.values(own).some((text) => text.trim())) return []
    // A number without a name is still somebody at this customer.
    const named = own[title]?.trim() ? own : { ...own, [title]: input[type.definition.title] ?? '' }
    return [{ type: child, record: { input: named, origin: { ...origin, createdAt: created.value } } }]
  })
  const parent = { input, origin: { ...origin, createdAt: created.value }, unread, brings: children.length > 0 }
  return { parent, children }
}

/** Texts of one object's columns; parts of a value are joined in the kind's order. */
function collect(
  type: ObjectType,
  row: TableRow,
  options: { mapping: Mapping; prefix: string; damaged: ReadonlySet<number> },
): Record<string, string> {
  const values: Record<string, string> = {}
  const parts: Record<string, Record<string, string>> = {}
  for (const { column, name, part } of targetsOf(type, options)) {
    if (options.damaged.has(column)) continue
    const text = row.cells[column] ?? ''
    if (part === undefined) values[name] = text
    else if (parts[name]) parts[name][part] = text
    else parts[name] = { [part]: text }
  }
  for (const [name, given] of Object.entries(parts)) {
    const order = type.fields.get(name)?.kind.parts ?? []
    values[name] ||= order
      .map((part) => given[part.name]?.trim() ?? '')
      .filter(Boolean)
      .join(' ')
  }
  return values
}

type Target = { column: number; name: string; part: string | undefined }

/** The same for all rows of a list. */
const targets = new WeakMap<Mapping, Map<string, readonly Target[]>>()

/** Which columns are this object's, and where each goes. */
function targetsOf(type: ObjectType, { mapping, prefix }: { mapping: Mapping; prefix: string }): readonly Target[] {
  const known = targets.get(mapping) ?? new Map<string, readonly Target[]>()
  targets.set(mapping, known)
  const made = known.get(prefix) ?? findTargets(type, mapping, prefix)
  known.set(prefix, made)
  return made
}

function findTargets(type: ObjectType, mapping: Mapping, prefix: string): Target[] {
  return mapping.flatMap((path, column) => {
    if (!path?.startsWith(prefix)) return []
    const [name = '', part, deeper] = path.slice(prefix.length).split('.')
    return deeper !== undefined || (part !== undefined && !type.fields.has(name)) ? [] : [{ column, name, part }]
  })
}

function readCreatedAt(ctx: Context, text: string | undefined): { value?: string; unread?: Unread } {
  if (!text?.trim()) return {}
  const parsed = readMoment(ctx, text)
  if (parsed.problem) {
    const params = { field: createdAt.label[ctx.locale], input: text.slice(0, 100), ...parsed.problem.params }
    return { unread: { path: 'createdAt', code: parsed.problem.code, params, original: text } }
  }
  return typeof parsed.value === 'string' ? { value: parsed.value } : {}
}

/** Cells that the file itself has damaged already, such as a number cut to 15 digits. */
function damagedFields(ctx: Context, type: ObjectType, row: TableRow, mapping: Mapping): Unread[] {
  return row.troubles.flatMap(({ column, code, params }) => {
    const path = column === null ? null : mapping[column]
    const field = path ? type.fields.get(path) : undefined
    if (!field || column === null) return []
    const original = row.cells[column] ?? ''
    return [
      {
        path: field.name,
        code,
        params: { field: field.field.label[ctx.locale], input: original.slice(0, 100), ...params },
        original,
      },
    ]
  })
}

/** Troubles of a row by the path of their target, for the error file. */
export function prefixed(errors: readonly FieldError[], prefix: string): FieldError[] {
  return errors.map((error) => ({ path: prefix + error.path, code: error.code, params: error.params }))
}
