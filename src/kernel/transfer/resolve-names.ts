import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'

/** Keeps what was looked up for the length of an import. */
export type NameCache = Map<string, Map<string, string | null>>

/** Finds the records that names in a list mean, in one query per object; a name that two records bear means none. */
export async function resolveNames(
  ctx: Context,
  type: ObjectType,
  rows: readonly Readonly<Record<string, unknown>>[],
  cache: NameCache,
): Promise<void> {
  for (const { name: fieldName, field, kind } of type.stored) {
    const target = kind.target?.(field)
    const targetType = target ? ctx.kernel.registry.objects.get(target) : undefined
    if (!targetType) continue
    const known = cache.get(targetType.name) ?? new Map<string, string | null>()
    cache.set(targetType.name, known)
    const texts = [...new Set(rows.flatMap((row) => textsIn(row[fieldName])))].filter((text) => !known.has(text))
    if (texts.length) await find(ctx, targetType, texts, known)
  }
}

function textsIn(value: unknown): string[] {
  return typeof value === 'string'
    ? value
        .split(/[;；,，、]/)
        .map((text) => text.trim())
        .filter(Boolean)
    : []
}

async function find(
  ctx: Context,
  type: ObjectType,
  texts: readonly string[],
  known: Map<string, string | null>,
): Promise<void> {
  const { principal, title, titleIn } = type.definition
  const titles = new Set([title, ...Object.values(titleIn ?? {})])
  const login = principal?.kind === 'user' ? type.fields.get(principal.login) : undefined
  for (const text of texts) known.set(text, null)
  for (const bound of [...[...titles].map((field) => type.fields.get(field)), login]) {
    const column = bound?.columns[0]
    if (!column || bound.sealed) continue
    const rows = await ctx.db.rows<{ text: string; id: string; times: number }>(sql`
      select ${name(column.name)} as text, min(id::text) as id, count(*) as times from ${name(type.table)}
      where ${name(column.name)} = any(${texts as string[]}::text[]) and deleted_at is null and ${scope(ctx, type, 'read')} group by 1`)
    for (const { text, id, times } of rows) if (times === 1 && !known.get(text)) known.set(text, id)
  }
}

export function resolver(cache: NameCache): (object: string, text: string) => string | undefined {
  return (object, text) => cache.get(object)?.get(text.trim()) ?? undefined
}
