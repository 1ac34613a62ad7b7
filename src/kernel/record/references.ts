import type { FieldError } from '#shared/app-error'
import { isVeiled } from '../access/field-access.ts'
import { knownOnce } from '../access/known-people.ts'
import { ruling, scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import { fileFacts, filesIn } from '../files/files.ts'
import type { BoundField } from '../object/bound-field.ts'
import { type ObjectType, titleFieldOf } from '../object/object-type.ts'
import { among, name, sql } from '../query/sql.ts'

type Reference = { bound: BoundField; target: ObjectType }

export function referencesOf(ctx: Context, type: ObjectType): Reference[] {
  return [...type.stored].flatMap((bound) => {
    const target = bound.kind.target?.(bound.field)
    const targetType = target ? ctx.kernel.registry.objects.get(target) : undefined
    return targetType ? [{ bound, target: targetType }] : []
  })
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((id): id is string => typeof id === 'string')
  return typeof value === 'string' ? [value] : []
}

/** Every record named must exist in the writer's sight; one query per target for the whole batch. */
export async function unknownReferences(
  ctx: Context,
  type: ObjectType,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly FieldError[][]> {
  const errors: FieldError[][] = records.map(() => [])
  for (const [target, references] of Map.groupBy(referencesOf(ctx, type), (reference) => reference.target)) {
    const named = new Set(records.flatMap((values) => references.flatMap(({ bound }) => idsIn(values[bound.name]))))
    if (!named.size) continue
    const known = new Set(await visibleIds(ctx, target, [...named]))
    records.forEach((values, index) => {
      for (const { bound } of references) {
        if (idsIn(values[bound.name]).every((id) => known.has(id))) continue
        const params = { field: bound.field.label[ctx.locale] }
        errors[index]?.push({ path: bound.name, code: 'field.reference_unknown', params })
      }
    })
  }
  return errors
}

async function visibleIds(ctx: Context, target: ObjectType, ids: readonly string[]): Promise<string[]> {
  const read = async (): Promise<string[]> => {
    const rows = await ctx.db.rows<{ id: string }>(
      sql`select id from ${name(target.table)} where ${among(sql`id`, ids)} and deleted_at is null and ${scope(ctx, target, 'read')}`,
      { steady: true },
    )
    return rows.map(({ id }) => id)
  }
  // Many records of one transaction name the same people; whatever is written of people is read anew.
  return target.definition.principal ? knownOnce(ctx.db, ['seen', ctx.actor.id, target.name, ...ids], read) : read()
}

/** Titles of all records that the given ones refer to, as far as the reader may see them. */
export async function titlesOf(
  ctx: Context,
  type: ObjectType,
  records: readonly { createdBy: string | null; updatedBy: string | null; values: Readonly<Record<string, unknown>> }[],
  fields?: readonly string[],
): Promise<Record<string, string>> {
  const wanted = new Map<ObjectType, Set<string>>()
  const want = (target: ObjectType, ids: readonly string[]): void => {
    const set = wanted.get(target) ?? new Set()
    for (const id of ids) set.add(id)
    wanted.set(target, set)
  }
  for (const { bound, target } of referencesOf(ctx, type)) {
    // Of what is veiled the names are not told either.
    if ((fields && !fields.includes(bound.name)) || isVeiled(ctx, type, bound)) continue
    for (const { values } of records) want(target, idsIn(values[bound.name]))
  }
  const { about } = type.definition
  for (const { values } of about && (!fields || fields.includes(about.record)) ? records : []) {
    const target = ctx.kernel.registry.objects.get(String(values[about?.object ?? '']))
    if (target) want(target, idsIn(values[about?.record ?? '']))
  }
  const people = peopleType(ctx)
  if (people)
    want(
      people,
      records.flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy].filter((id) => id !== null)),
    )
  const titles: Record<string, string> = {}
  const shown = type.stored.filter((bound) => !isVeiled(ctx, type, bound))
  const files = records.flatMap(({ values }) => filesIn(shown, values))
  for (const { id, name: fileName } of Object.values(await fileFacts(ctx, files))) titles[id] = fileName
  for (const found of await Promise.all([...wanted].map(([target, ids]) => loadTitles(ctx, target, [...ids]))))
    Object.assign(titles, found)
  return titles
}

type Told = { field: string; before: unknown; after: unknown; by: string | null }

/** Titles of whatever changes led from and to, and of who made them. */
export function titlesOfChanges(
  ctx: Context,
  type: ObjectType,
  changes: readonly Told[],
): Promise<Record<string, string>> {
  const states = changes.flatMap(({ field, before, after, by }) =>
    [before, after].map((value) => ({ createdBy: by, updatedBy: null, values: { [field]: value } })),
  )
  return titlesOf(ctx, type, states)
}

/** The object whose records act: those who hold rights as users. */
export function peopleType(ctx: Context): ObjectType | undefined {
  return [...ctx.kernel.registry.objects.values()].find(({ definition }) => definition.principal?.kind === 'user')
}

export async function loadTitles(
  ctx: Context,
  target: ObjectType,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const title = target.fields.get(titleFieldOf(target, ctx.locale))
  const rule = ruling(ctx, target, 'read')
  // Who may read none of them, such as an auditor among customers, gets the lines without names.
  if (!ids.length || rule === false || !title || isVeiled(ctx, target, title)) return {}
  const everybodys = !target.guarded && rule === true
  const load = (missing: readonly string[]): Promise<Record<string, string>> =>
    readTitles(ctx, target, { title, ids: missing })
  return everybodys ? ctx.kernel.titles.of({ type: target, field: title.name }, ids, load) : load(ids)
}

async function readTitles(
  ctx: Context,
  target: ObjectType,
  { title, ids }: { title: BoundField; ids: readonly string[] },
): Promise<Record<string, string>> {
  const [column] = title.columns
  if (!column || title.sealed) return {}
  const rows = await ctx.db.rows<{ id: string; title: string | null }>(
    sql`select id, ${name(column.name)}::text as title from ${name(target.table)} where id = any(${ids as string[]}::uuid[]) and ${scope(ctx, target, 'read')}`,
    { steady: true },
  )
  return Object.fromEntries(rows.map(({ id, title }) => [id, title ?? '']))
}
