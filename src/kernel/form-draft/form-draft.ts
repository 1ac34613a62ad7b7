import { AppError } from '#shared/app-error'
import { mayWrite } from '../access/field-access.ts'
import { abilities, authorize } from '../access/scope.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { houseOwner, type KeyOwner, type Place } from '../crypto/codec.ts'
import { filesIn, filesWithin } from '../files/files.ts'
import { type ObjectType, unknownField } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { fileOf } from '../record/file-of.ts'
import { load } from '../record/load.ts'
import { titlesOf } from '../record/references.ts'
import { writeTrail } from '../record/trail.ts'

/** A form of somebody: of a record, of a new one, or of a new one on a file that is settled. */
export type FormName = { record?: string; parent?: string }

type Typed = Readonly<Record<string, unknown>>

export type FormDraft = {
  values: Typed
  /** Version of the record on which the changes were based; null for a new one. */
  version: number | null
  at: string
  /** Of the records that the values name. */
  titles: Record<string, string>
}

type Row = { record: string; parent: string; owner: string; version: number | null; content: Buffer; kept_at: string }

/** Values of every level may stand in it. */
export const draftLevel = 3
const most = 20
export const longestDraft = 100_000
export const none = '00000000-0000-0000-0000-000000000000'

/** Keeps what has been typed into a form so far. Whoever may not fill the form in keeps nothing of it. */
export async function keepFormDraft(
  ctx: Context,
  type: ObjectType,
  { form, values, version = null }: { form: FormName; values: Typed; version?: number | null },
): Promise<{ at: string }> {
  const content = JSON.stringify(values)
  if (content.length > longestDraft) throw new AppError(413, 'request.too_large', { params: { limit: '100 kB' } })
  const foreign = Object.keys(values).find((field) => !isTyped(ctx, type, field))
  if (foreign !== undefined) throw unknownField(foreign)
  const at = ctx.now()
  const { record = none, parent = none } = form
  await ctx.transaction(async (tx) => {
    const owner = await fileOfForm(tx, type, form, values)
    const key: KeyOwner = { owner, level: draftLevel }
    const sealed = (await tx.kernel.codec.sealing([key])).seal(content, placeOf(ctx, type, { record, parent }), key)
    const [row] = await tx.db.rows<{ begun: boolean }>(sql`
      insert into form_draft (person, object, record, parent, owner, version, content, kept_at)
      values (${ctx.actor.id}::uuid, ${type.name}, ${record}::uuid, ${parent}::uuid, ${owner}::uuid, ${version}, ${sealed}, ${at})
      on conflict (person, object, record, parent, gathered) do update
        set owner = excluded.owner, version = excluded.version, content = excluded.content, kept_at = excluded.kept_at
      returning xmax = 0 as begun`)
    if (!row?.begun) return
    await tx.db.rows(sql`
      delete from form_draft where person = ${ctx.actor.id}::uuid and not gathered and (object, record, parent) not in
        (select object, record, parent from form_draft where person = ${ctx.actor.id}::uuid and not gathered
          order by kept_at desc limit ${most})`)
    await tell(tx, type, { form, owner, fields: Object.keys(values) })
  })
  return { at: at.toISOString() }
}

/** What its person typed, as far as the form still takes it; nothing where there is none, or where it may no longer be filled in. */
export async function readFormDraft(ctx: Context, type: ObjectType, form: FormName): Promise<FormDraft | null> {
  const { record = none, parent = none } = form
  const found = await ctx.reading(async (tx) => {
    const [row] = await tx.db.rows<Row>(sql`
      select record, parent, owner, version, content, kept_at from form_draft
      where person = ${ctx.actor.id}::uuid and object = ${type.name} and record = ${record}::uuid and parent = ${parent}::uuid
        and not gathered`)
    if (!row || !(await isOpen(tx, type, form, row.owner))) return null
    const text = (await tx.kernel.codec.opening(tx.db, [row.content])).open(row.content, placeOf(ctx, type, row))
    if (text === null) return null
    const values = await typedStill(tx, type, form, JSON.parse(text))
    const titles = await titlesOf(tx, type, [{ createdBy: null, updatedBy: null, values }])
    return { owner: row.owner, draft: { values, version: row.version, at: row.kept_at, titles } }
  })
  if (!found) return null
  const { owner, draft } = found
  await ctx.kernel.audit.write(
    auditRow(ctx, { object: type.name, ...factsOf({ form, owner, fields: Object.keys(draft.values) }) }),
  )
  return draft
}

/** Throws away what somebody has typed: it was saved, or is not wanted. */
export async function dropFormDraft(
  ctx: Context,
  type: ObjectType,
  { record = none, parent = none }: FormName,
): Promise<void> {
  await ctx.db.rows(sql`
    delete from form_draft where person = ${ctx.actor.id}::uuid and object = ${type.name}
      and record = ${record}::uuid and parent = ${parent}::uuid and not gathered`)
}

/** Drafts about a record that moves to another file, sealed with that one's key. */
export async function moveFormDrafts(
  ctx: Context,
  type: ObjectType,
  { ids, to }: { ids: readonly string[]; to: string },
): Promise<void> {
  const rows = await ctx.db.rows<Row & { person: string; gathered: boolean }>(sql`
    select person, record, parent, gathered, content from form_draft
    where object = ${type.name} and record = any(${ids as string[]}::uuid[]) and owner is distinct from ${to}::uuid for update`)
  if (!rows.length) return
  const key: KeyOwner = { owner: to, level: draftLevel }
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ content }) => content),
  )
  const sealing = await ctx.kernel.codec.sealing([key])
  for (const { person, content, gathered, ...form } of rows) {
    const place = placeBy(person, type, { ...form, gathered })
    const text = opening.open(content, place)
    if (text === null) continue
    await ctx.db.rows(sql`
      update form_draft set owner = ${to}::uuid, content = ${sealing.seal(text, place, key)}
      where person = ${person}::uuid and object = ${type.name} and record = ${form.record}::uuid and gathered = ${gathered}`)
  }
}

/** The file on which a form's record stands or will stand; throws for who may not fill the form in. */
async function fileOfForm(
  ctx: Context,
  type: ObjectType,
  { record, parent }: FormName,
  values: Typed = {},
): Promise<string> {
  if (record) {
    const stored = await load(ctx, type, record)
    if (!abilities(ctx, type, stored).includes('update')) throw new AppError(403, 'access.forbidden')
    return fileOf(type, stored)
  }
  authorize(ctx, type, 'create')
  const file = type.parent && (parent ?? values[type.parent.field])
  if (!type.parent || typeof file !== 'string') return houseOwner
  await load(ctx, ctx.type(type.parent.object), file)
  return file
}

async function isOpen(ctx: Context, type: ObjectType, { record, parent }: FormName, owner: string): Promise<boolean> {
  try {
    await fileOfForm(ctx, type, { record, parent: parent ?? (owner === houseOwner ? undefined : owner) })
    return true
  } catch (error) {
    if (error instanceof AppError && (error.status === 403 || error.status === 404)) return false
    throw error
  }
}

/** What somebody typed into the form of a new record, to go on with it there; nothing where they may no longer fill it in. */
export async function typedAgain(
  ctx: Context,
  type: ObjectType,
  { owner, values }: { owner: string; values: Typed },
): Promise<Typed | null> {
  return (await isOpen(ctx, type, {}, owner)) ? typedStill(ctx, type, {}, values) : null
}

/** Fields are taken away from roles, and uploads that nothing holds come to their end. */
async function typedStill(ctx: Context, type: ObjectType, { record }: FormName, values: Typed): Promise<Typed> {
  const kept = Object.entries(values).filter(([field]) => isTyped(ctx, type, field))
  const there = await filesWithin(ctx, { object: type.name, record }, filesIn(type.stored, values))
  const still = (field: string, value: unknown): unknown =>
    type.fields.get(field)?.kind.holdsFiles && Array.isArray(value) ? value.filter((id) => there.has(id)) : value
  return Object.fromEntries(kept.map(([field, value]) => [field, still(field, value)]))
}

function isTyped(ctx: Context, type: ObjectType, field: string): boolean {
  const bound = type.fields.get(field)
  return bound?.stored === true && !bound.field.readOnly && mayWrite(ctx, type, bound)
}

function placeOf(ctx: Context, type: ObjectType, form: { record: string; parent: string }): Place {
  return placeBy(ctx.actor.id ?? none, type, form)
}

/** `gathered`: a change that waits to be sent with others. */
export function placeBy(
  person: string,
  { name: object }: { name: string },
  { record, parent = none, gathered = false }: { record: string; parent?: string; gathered?: boolean },
): Place {
  const form = `${person} ${record} ${parent}`
  return { object, record: gathered ? `${form} gathered` : form, field: 'content', copy: 'draft' }
}

type Told = { form: FormName; owner: string; fields: readonly string[] }

// Each pause in typing keeps the form anew: the trail says once that it was begun, and when it was taken up again.
async function tell(ctx: Context, type: ObjectType, told: Told): Promise<void> {
  await writeTrail(ctx, type.name, { audit: [factsOf(told)], events: [] })
}

function factsOf({ form, owner, fields }: Told) {
  return { action: 'draft', record: form.record, owner: owner === houseOwner ? null : owner, fields } as const
}
