import { type Guard, guardColumns } from '../access/custody.ts'
import type { Context } from '../context.ts'
import type { KeyOwner, Ring } from '../crypto/codec.ts'
import { guardSaid } from '../integrity/covered-rows.ts'
import { proofKey, prove, type Said } from '../integrity/row-proof.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { searchTexts } from '../query/search-text.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { circleColumns } from './circle.ts'
import { fileOf } from './file-of.ts'
import { encodeField, keysFor, type Stored } from './row-codec.ts'

/** One record's change, as it is about to be written. */
export type Change = {
  before: Stored
  values: Record<string, unknown>
  fields: readonly BoundField[]
  guard: Guard | null
  incomplete: readonly string[]
  /** Made without the second person that it would need. */
  alone: boolean
}

/** The keys of all that an update seals: the record's values, every value that the history keeps, and the row's proof. */
export function ringFor(
  ctx: Context,
  type: ObjectType,
  { change, written, proves }: { change: Change; written: readonly BoundField[]; proves: boolean },
): Promise<Ring> {
  const { before, values, fields } = change
  const owner = fileOf(type, { id: before.id, values })
  const kept = fields.map(({ field: { level } }): KeyOwner => ({ owner, level }))
  return ctx.kernel.codec.sealing([...keysFor(written, values, owner), ...kept, ...(proves ? [proofKey] : [])])
}

/** The statement that writes a change, and tells the record's circle. */
export function updateSql(
  ctx: Context,
  type: ObjectType,
  change: Change,
  { written, ring, said }: { written: readonly BoundField[]; ring: Ring; said: Said | undefined },
): Sql {
  const { before, values, fields, guard, incomplete } = change
  const record = { id: before.id, owner: fileOf(type, { id: before.id, values }) }
  const settings: Sql[] = [
    sql`version = version + 1`,
    sql`updated_at = ${ctx.now().toISOString()}::timestamptz`,
    sql`updated_by = ${ctx.actor.id}::uuid`,
  ]
  for (const bound of written) {
    const encoded = encodeField(ring, type, bound, { value: values[bound.name] ?? null, record })
    bound.columns.forEach((column, index) => {
      settings.push(sql`${name(column.name)} = ${parameter(column.type, encoded[index])}::${sql.raw(column.type)}`)
    })
  }
  if (type.guarded) settings.push(sql`incomplete = ${incomplete as string[]}::text[]`)
  if (guard) settings.push(guardColumns(type, guard))
  if (fields.some((bound) => type.searchable.includes(bound))) {
    const { text, latin } = searchTexts(ctx, type, values)
    settings.push(sql`search_text = ${text}, search_latin = ${latin}`)
  }
  if (said) settings.push(sql`row_proof = ${prove(ring, type, saidAfter(type, said, change))}`)
  const told = type.guarded ? sql` returning ${circleColumns}` : sql``
  return sql`update ${name(type.table)} set ${list(settings)} where id = ${before.id}::uuid${told}`
}

/** What a row says once the change is written. */
function saidAfter(type: ObjectType, said: Said, { values, fields, guard }: Change): Said {
  const changed = Object.fromEntries(fields.map(({ name: field }) => [field, values[field] ?? null]))
  return { ...said, guard: guardSaid(type, guard) ?? said.guard, values: { ...said.values, ...changed } }
}

/** pg would send a JavaScript array as a PostgreSQL array, and JSON must stay JSON. */
function parameter(type: string, value: unknown): unknown {
  return type === 'jsonb' && value !== null ? JSON.stringify(value) : value
}
