import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'

/** How somebody likes the pages, on every device. It holds nothing of any record. */
export type OwnSettings = {
  /** The step at which the tour was left, or that it is over; null: it has not begun. */
  tour: string | null
  /** The view with which the list of an object begins for this person. */
  views: Readonly<Record<string, string>>
}

export type OwnSettingsPatch = {
  tour?: string
  /** Null takes the own choice away. */
  views?: Readonly<Record<string, string | null>>
}

export async function readOwnSettings(ctx: Context): Promise<OwnSettings> {
  const [row] = await ctx.db.rows<OwnSettings>(
    sql`select tour, views from own_setting where person = ${ctx.actor.id}::uuid`,
    { steady: true },
  )
  return row ?? { tour: null, views: {} }
}

export async function keepOwnSettings(ctx: Context, { tour = undefined, views = {} }: OwnSettingsPatch): Promise<void> {
  await ctx.kernel.audit.write(
    auditRow(ctx, {
      action: 'update',
      record: ctx.actor.id ?? undefined,
      fields: [...(tour === undefined ? [] : ['tour']), ...Object.keys(views).map((object) => `views.${object}`)],
    }),
  )
  await ctx.db.rows(sql`
    insert into own_setting (person, tour, views)
    values (${ctx.actor.id}::uuid, ${tour ?? null}, jsonb_strip_nulls(${JSON.stringify(views)}::jsonb))
    on conflict (person) do update set
      tour = coalesce(excluded.tour, own_setting.tour),
      views = jsonb_strip_nulls(own_setting.views || ${JSON.stringify(views)}::jsonb)`)
}
