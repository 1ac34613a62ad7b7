import type { Context } from '#kernel'
import { customField } from './custom-field.ts'

const keptDays = 30
const dayMs = 86_400_000

/** A removed field keeps its data for thirty days; then the column goes. */
export async function dropRemovedFields(ctx: Context): Promise<void> {
  const { items } = await ctx.records(customField).list({ deleted: true, limit: 200, uncounted: true })
  const before = new Date(ctx.now().getTime() - keptDays * dayMs).toISOString()
  const columns = items
    .filter(({ deletedAt }) => deletedAt !== null && deletedAt < before)
    .flatMap(({ values }) => {
      const type = ctx.kernel.registry.objects.get(String(values.object))
      return type ? [{ table: type.table, field: String(values.name) }] : []
    })
  if (columns.length) await ctx.kernel.dropColumns(columns)
}
