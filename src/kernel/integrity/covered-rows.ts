import type { Guard } from '../access/custody.ts'
import type { Context } from '../context.ts'
import { coveredFields } from '../object/covered-fields.ts'
import type { ObjectType } from '../object/object-type.ts'
import { rowArrays } from '../query/row-arrays.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { withoutWaiting } from '../record/transaction.ts'
import { isProof, isProven, proofKey, prove, type Said } from './row-proof.ts'

export type CoveredRow = Said & { proof: Buffer | null; proven: boolean }

/** The objects whose rows are proven. */
export function coveredTypes(ctx: Context): ObjectType[] {
  return [...ctx.kernel.registry.objects.values()].filter((type) => coveredFields(type).length > 0)
}

/** Reads rows as their proof sees them; `rest`: condition, order and lock. Sees what the database lets through. */
export async function readCovered(ctx: Context, type: ObjectType, rest: Sql): Promise<CoveredRow[]> {
  const fields = coveredFields(type)
  const guard = guardNames(type)
  const columns = [
    ...guard.map((column) => name(type.table, column)),
    ...fields.flatMap((bound) => bound.columns.map((column) => name(type.table, column.name))),
  ]
  const id = name(type.table, 'id')
  const rows = await ctx.db.tuples(
    sql`
    select ${id}, ${name(type.table, 'row_proof')}, ${name(type.table, 'deleted_at')} is not null, ${list(columns)}
    from ${name(type.table)} ${rest}`,
    { steady: true },
  )
  const read = rows.map((row) => {
    const values: Record<string, unknown> = {}
    let at = 3 + guard.length
    for (const { name: field, kind, columns: own } of fields) {
      const parts = row.slice(at, at + own.length)
      at += own.length
      values[field] = parts[0] === null ? null : (kind.fromRow?.(parts) ?? parts[0])
    }
    const said: Said = {
      id: String(row[0]),
      deleted: row[2] === true,
      guard: guard.length ? row.slice(3, 3 + guard.length) : null,
      values,
    }
    // The select list says what stands here.
    return { ...said, proof: row[1] as Buffer | null }
  })
  const ring = await ctx.kernel.codec.opening(ctx.db, read.map(({ proof }) => proof).filter(isProof))
  return read.map((row) => ({ ...row, proven: isProven(ring, type, row, row.proof) }))
}

/** The guard of what holds itself, as its proof says it. */
export function guardSaid(type: ObjectType, guard: Guard | null): Said['guard'] {
  if (type.definition.custody.type !== 'own' || !guard) return null
  const { read, write, work, level } = guard
  return [read, write, level, ...(type.definition.team ? [work] : [])]
}

function guardNames({ definition: { custody, team } }: ObjectType): string[] {
  if (custody.type !== 'own') return []
  return ['acl_read', 'acl_write', 'acl_level', ...(team ? ['acl_work'] : [])]
}

/** Gives rows their proofs, of what they say by now. */
export async function writeProofs(ctx: Context, type: ObjectType, rows: readonly Said[]): Promise<void> {
  if (!rows.length) return
  const ring = await ctx.kernel.codec.sealing([proofKey])
  const proofs = rows.map((said) => ({ id: said.id, row_proof: prove(ring, type, said) }))
  const [first] = proofs
  const proven =
    first && proofs.length === 1
      ? sql`set row_proof = ${first.row_proof} where id = ${first.id}::uuid`
      : sql`set row_proof = rows.row_proof from ${given.source(proofs)} where ${name(type.table, 'id')} = rows.id`
  await withoutWaiting(ctx, ctx.db.rows(sql`update ${name(type.table)} ${proven}`, { steady: true }))
}

const given = rowArrays([
  { name: 'id', type: 'uuid' },
  { name: 'row_proof', type: 'bytea' },
])
