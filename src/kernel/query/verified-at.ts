import type { OperatorName } from '#shared/filter'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, type Sql, sql } from './sql.ts'

const suffix = '.verifiedAt'

export const verifiedOperators: readonly OperatorName[] = ['lt', 'lte', 'gt', 'gte', 'empty']

/** The field of which `phone.verifiedAt` tells when its value was verified; only records that somebody holds are. */
export function verifiedField(type: ObjectType, field: string): BoundField | undefined {
  if (!type.guarded || !field.endsWith(suffix)) return undefined
  const bound = type.fields.get(field.slice(0, -suffix.length))
  return bound?.stored ? bound : undefined
}

/** When the value that stands was verified; null = it was not. */
export function verifiedAtSql(type: ObjectType, field: string, table: string): Sql {
  return sql`(select verification.at from verification where ${standing(type, field)} and verification.record = ${name(table, 'id')})`
}

/** Met from the index of moments, not record by record. */
export function verifiedTest(
  type: ObjectType,
  field: string,
  { operator, argument, table }: { operator: OperatorName; argument: unknown; table: string },
): Sql {
  if (operator === 'empty') {
    const some = sql`exists (select from verification where ${standing(type, field)} and verification.record = ${name(table, 'id')})`
    return argument ? sql`not ${some}` : some
  }
  const compared = { lt: '<', lte: '<=', gt: '>', gte: '>=' }[String(operator)]
  if (!compared) throw new Error(`${operator} is no test of a moment`)
  return sql`${name(table, 'id')} in (select verification.record from verification
    where ${standing(type, field)} and verification.at ${sql.raw(compared)} ${argument}::timestamptz)`
}

function standing(type: ObjectType, field: string): Sql {
  return sql`verification.object = ${type.name} and verification.field = ${field} and verification.ended_at is null`
}

/** That somebody has said of a field, and not too long ago, that its value cannot be found out. */
export function isAnswered(type: ObjectType, { name: field, field: { verify } }: BoundField, now: Date): Sql {
  if (!verify || !type.guarded) return sql`false`
  return sql`exists (select from verification where ${standing(type, field)} and verification.unknown
    and verification.record = ${name(type.table, 'id')} and verification.at > ${since(now, verify.days)}::timestamptz)`
}

/** The moment before which a verification has grown too old. */
export function since(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}
