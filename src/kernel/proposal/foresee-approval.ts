import { peopleWithRole } from '../access/people.ts'
import type { Context } from '../context.ts'
import type { ApprovalRule } from '../object/approval-rule.ts'
import type { ObjectType } from '../object/object-type.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseRule } from '../query/parse-filter.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'
import { conditionsOf } from '../record/list.ts'
import { namedBy } from './slots.ts'

export type ForeseenApproval = {
  records: number
  /** Of all records, those that fall under it as they stand. */
  matching: number
  /** Those of the last `days` days. */
  changes: number
  /** Of these, those that would have waited. */
  waiting: number
  days: number
  /** Nobody could sign what whoever looks would ask for. */
  unsigned: boolean
}

const days = 30

/**
 * What a rule would do, by what the reader sees: changes of late are looked at by the record as it stands now, since what stood then is
 * sealed, and so many fields of one record changed at once count as one.
 */
export async function foreseeApproval(ctx: Context, type: ObjectType, rule: ApprovalRule): Promise<ForeseenApproval> {
  const exempt = rule.exempt.length ? (await peopleWithRole(ctx, rule.exempt)).map(({ id }) => id) : []
  const since = new Date(ctx.now().getTime() - days * 86_400_000).toISOString()
  const [row] = await ctx.reading((tx) => {
    const fits = rule.when ? filterSql(tx, type, parseRule(tx, type, rule.when), type.table) : sql`true`
    const seen = (deleted: boolean): Sql => sql`
      select ${name(type.table, 'id')} as id, ${name(type.table, 'created_at')} as made_at, ${name(type.table, 'created_by')} as made_by,
        ${name(type.table, 'deleted_at')} as gone_at, coalesce(${fits}, false) as fits
      from ${name(type.table)} where ${all(conditionsOf(tx, type, { deleted }))}`
    return tx.db.rows<Omit<ForeseenApproval, 'days' | 'unsigned'>>(sql`
      with looked as (${seen(false)} union all ${seen(true)}),
      late as (
        select fits, 'create' as operation, made_by as by, true as touched from looked where made_at > ${since}::timestamptz
        union all select fits, 'delete', null, true from looked where gone_at > ${since}::timestamptz
        union all select bool_or(fits), 'update', (array_agg(by))[1], bool_or(${touchedBy(rule)})
          from field_change join looked on looked.id = field_change.record
          where object = ${type.name} and at > ${since}::timestamptz group by field_change.record, field_change.version
      )
      select (select count(*) from looked where gone_at is null)::integer as records,
        (select count(*) from looked where gone_at is null and fits)::integer as matching,
        count(*)::integer as changes,
        (count(*) filter (where fits and touched and operation = any(${rule.operations as string[]}::text[])
          and coalesce(not by = any(${exempt}::uuid[]), true)))::integer as waiting
      from late`)
  })
  const { records = 0, matching = 0, changes = 0, waiting = 0 } = row ?? {}
  return { records, matching, changes, waiting, days, unsigned: await isUnsigned(ctx, rule) }
}

async function isUnsigned(ctx: Context, { exempt, steps }: ApprovalRule): Promise<boolean> {
  const { id, roles } = ctx.actor
  if (roles.some((role) => exempt.includes(role))) return false
  for (const step of steps) if (!(await namedBy(ctx, step, id)).length) return true
  return false
}

function touchedBy({ fields }: ApprovalRule): Sql {
  return fields.length ? sql`field = any(${fields as string[]}::text[])` : sql`true`
}
