import type { Context } from '../context.ts'
import { loadTitles, peopleType } from '../record/references.ts'

type Named = { actor: string | null; object: string | null; record: string | null; owner: string | null }

/**
 * Names for the lines of the trail. People are named to every auditor; records only as far as the auditor may see them,
 * for the duty to read the trail gives no right to data.
 */
export function trailTitles(ctx: Context, lines: readonly Named[]): Promise<Record<string, string>> {
  return ctx.reading((tx) => titlesIn(tx, lines))
}

async function titlesIn(ctx: Context, lines: readonly Named[]): Promise<Record<string, string>> {
  const people = peopleType(ctx)
  const actors = [...new Set(lines.flatMap(({ actor }) => actor ?? []))]
  const titles = people ? await loadTitles(ctx.asSystem('names in the trail'), people, actors) : {}
  for (const [object, group] of Map.groupBy(lines, (line) => line.object)) {
    const type = object ? ctx.kernel.registry.objects.get(object) : undefined
    if (!type) continue
    const found = [loadTitles(ctx, type, idsOf(group, 'record'))]
    if (type.parent) found.push(loadTitles(ctx, ctx.type(type.parent.object), idsOf(group, 'owner')))
    for (const some of await Promise.all(found)) Object.assign(titles, some)
  }
  return titles
}

function idsOf(lines: readonly Named[], column: 'record' | 'owner'): string[] {
  return [...new Set(lines.flatMap((line) => line[column] ?? []))]
}
