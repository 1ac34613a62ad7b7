import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#shared/app-error'
import { fieldAccess } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { isTaken } from '../record/normalise.ts'
import type { Stored } from '../record/row-codec.ts'

/** All values of a list together, instead of those of one record. */
export const allTogether = 'all'

/** From which record a field's value comes; `isOpen`: whoever merges may say so. */
export type Choice = { field: string; from: string; isOpen: boolean }

export type Choices = Readonly<Record<string, string>>

type Records = { kept: Stored; joined: readonly Stored[] }

/**
 * Where each value that differs comes from: the one that is chosen; else the kept record's own; else a verified one; else that of the
 * fullest record. Lists come together. A level is the highest of all: what moves would be seen by more people than before.
 */
export async function choose(
  ctx: Context,
  type: ObjectType,
  { kept, joined }: Records,
  chosen: Choices,
): Promise<Choice[]> {
  const verified = await verifiedOf(ctx, type, joined)
  const fullness = new Map(joined.map((record) => [record.id, filled(type, record)]))
  const open = mergedFields(type).filter((bound) => isOpen(ctx, type, bound))
  for (const [field, from] of Object.entries(chosen)) {
    const bound = fieldOf(type, field)
    const isKnown =
      [kept, ...joined].some(({ id }) => id === from) || (from === allTogether && isList(kept, joined, field))
    if (!isKnown) throw new AppError(400, 'request.invalid', { params: { detail: `choices.${field}` } })
    if (!open.includes(bound))
      throw new AppError(422, 'field.read_only', { params: { field: bound.field.label[ctx.locale] } })
  }
  return mergedFields(type).flatMap((bound): Choice[] => {
    const { name } = bound
    const values = [kept, ...joined].map((record) => valueIn(record, bound))
    if (values.every((value) => isDeepStrictEqual(value, values[0]))) return []
    const ranked = joined
      .filter((record) => valueIn(record, bound) !== null)
      .sort(
        (one, other) =>
          Number(verified.has(`${other.id} ${name}`)) - Number(verified.has(`${one.id} ${name}`)) ||
          (fullness.get(other.id) ?? 0) - (fullness.get(one.id) ?? 0),
      )
    const own = valueIn(kept, bound) !== null ? kept.id : (ranked[0]?.id ?? kept.id)
    const usual = isList(kept, joined, name) ? allTogether : own
    return [{ field: name, from: chosen[name] ?? usual, isOpen: open.includes(bound) }]
  })
}

/** What the choices set on the kept record. */
export function patchOf(
  type: ObjectType,
  { kept, joined }: Records,
  choices: readonly Choice[],
): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const { field, from } of choices) {
    const bound = fieldOf(type, field)
    const records = [kept, ...joined]
    patch[field] =
      from === allTogether
        ? [...new Set(records.flatMap((record) => [valueIn(record, bound) ?? []].flat()))]
        : valueIn(records.find(({ id }) => id === from) ?? kept, bound)
  }
  const { level } = type.definition
  const highest = level && [...joined].sort((a, b) => Number(b.values[level]) - Number(a.values[level]))[0]
  if (level && highest && Number(highest.values[level] ?? 1) > Number(kept.values[level] ?? 1))
    patch[level] = highest.values[level]
  const names = new Set([kept.id, ...joined.map(({ id }) => id)])
  // What would name itself, or one that goes, names whatever that one did.
  for (const bound of type.stored.filter(({ kind, field }) => kind.target?.(field) === type.name)) {
    const value = bound.name in patch ? patch[bound.name] : kept.values[bound.name]
    if (typeof value !== 'string' || !names.has(value)) continue
    const beyond = joined.map((record) => record.values[bound.name])
    patch[bound.name] = beyond.find((id) => typeof id === 'string' && !names.has(id)) ?? null
  }
  return patch
}

/** Numbers stay what each record was called by; what the product works out or keeps is nobody's to choose, and files stay where they are. */
function mergedFields(type: ObjectType): BoundField[] {
  return type.stored.filter(
    ({ name, field, kind }) =>
      !field.rollup &&
      !field.readOnly &&
      !field.hidden &&
      !kind.allocated &&
      !kind.holdsFiles &&
      name !== type.definition.level,
  )
}

/** Nobody chooses between values that they see as masks. */
function isOpen(ctx: Context, type: ObjectType, bound: BoundField): boolean {
  return isTaken(ctx, type, bound) && fieldAccess(ctx, type, bound) === 'edit'
}

function valueIn(record: Stored, { name }: BoundField): unknown {
  const value = record.values[name] ?? null
  return value === '' || (Array.isArray(value) && !value.length) ? null : value
}

function isList(kept: Stored, joined: readonly Stored[], field: string): boolean {
  return [kept, ...joined].some(({ values }) => Array.isArray(values[field]))
}

function filled(type: ObjectType, { values }: Stored): number {
  return type.stored.filter(({ name }) => values[name] !== null && values[name] !== undefined).length
}

async function verifiedOf(ctx: Context, type: ObjectType, records: readonly Stored[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.rows<{ record: string; field: string }>(sql`
    select record, field from verification where object = ${type.name} and ended_at is null and not unknown
      and record = any(${records.map(({ id }) => id)}::uuid[])`)
  return new Set(rows.map(({ record, field }) => `${record} ${field}`))
}
