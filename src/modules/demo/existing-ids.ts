import type { Context } from '#kernel'

const mostPerPage = 200

/** Which of the records are there already, for a load that goes on where a killed one ended. */
export async function existingIds(ctx: Context, object: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let at = 0; at < ids.length; at += mostPerPage) {
    const where = { id: { in: ids.slice(at, at + mostPerPage) } }
    const page = await ctx
      .recordsNamed(object)
      .list({ where, fields: ['name'], limit: mostPerPage, sort: 'id', uncounted: true })
    for (const { id } of page.items) found.add(id)
  }
  return found
}
