import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { Rollup } from '../object/field.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'

type RolledUp = { bound: BoundField; rollup: Rollup }

/** Brings the totals on parents up to date after their children changed; no version of a parent moves by it. */
export async function refreshRollups(
  ctx: Context,
  child: ObjectType,
  parentIds: (field: string) => readonly string[],
): Promise<void> {
  for (const parent of ctx.kernel.registry.objects.values()) {
    const rolled = parent.stored.flatMap((bound): RolledUp[] =>
      bound.field.rollup?.object === child.name ? [{ bound, rollup: bound.field.rollup }] : [],
    )
    for (const [via, group] of Map.groupBy(rolled, ({ rollup }) => rollup.via)) {
      const ids = [...new Set(parentIds(via))]
      if (ids.length) await refresh(ctx, child, parent, { via, group, ids })
    }
  }
}

async function refresh(
  ctx: Context,
  child: ObjectType,
  parent: ObjectType,
  options: { via: string; group: readonly RolledUp[]; ids: readonly string[] },
): Promise<void> {
  const link = fieldOf(child, options.via).columns[0]
  if (!link) return
  const totals = options.group.map(({ rollup }, index) => sql`${aggregate(child, rollup)} as ${name(`t${index}`)}`)
  const settings = options.group.map(({ bound, rollup }, index) => {
    const column = bound.columns[0]?.name ?? ''
    const total = sql`total.${name(`t${index}`)}`
    // A latest date that was imported stands until the file has later ones of its own.
    const value =
      'max' in rollup
        ? sql`case when ${name(parent.table, 'import_id')} is null then ${total} else greatest(${name(parent.table, column)}, ${total}) end`
        : total
    return sql`${name(column)} = ${value}${currency(ctx, bound)}`
  })
  await ctx.db.rows(sql`
    update ${name(parent.table)} set ${list(settings)}
    from (select ids.id as parent_id, ${list(totals)} from unnest(${options.ids as string[]}::uuid[]) as ids(id)
      left join ${name(child.table)} on ${name(child.table, link.name)} = ids.id and ${name(child.table, 'deleted_at')} is null
      group by ids.id) as total
    where ${name(parent.table, 'id')} = total.parent_id`)
}

function currency(ctx: Context, bound: BoundField): Sql {
  const second = bound.columns[1]
  return second ? sql`, ${name(second.name)} = ${ctx.kernel.settings.currency}` : sql``
}

function aggregate(child: ObjectType, rollup: Rollup): Sql {
  if ('count' in rollup) return sql`count(${name(child.table, 'id')})`
  const column = (field: string): Sql => name(child.table, fieldOf(child, field).columns[0]?.name ?? '')
  if ('sum' in rollup) return sql`sum(${column(rollup.sum)})`
  return 'max' in rollup ? sql`max(${column(rollup.max)})` : sql`min(${column(rollup.min)})`
}
