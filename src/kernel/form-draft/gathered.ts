import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { KeyOwner } from '../crypto/codec.ts'
import type { ProposedOperation } from '../object/hooks.ts'
import { sql } from '../query/sql.ts'
import { draftLevel, longestDraft, none, placeBy } from './form-draft.ts'

/** One record's change that its maker sends together with others. */
export type Edit = {
  object: string
  record: string
  operation: ProposedOperation
  /** Version of the record on which it is based; 0 for what is not there yet. */
  version: number
  values: Readonly<Record<string, unknown>>
}

/** `owner`: the file that it is about. */
export type KeptEdit = Edit & { owner: string; at: string }

type Row = { object: string; record: string; owner: string; version: number; content: Buffer; kept_at: Date }

export async function countGathered(ctx: Context): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(
    sql`select count(*)::integer as total from form_draft where person = ${ctx.actor.id}::uuid and gathered`,
  )
  return row?.total ?? 0
}

/** What the actor has gathered, the oldest first; what cannot be opened any more has gone. */
export async function readGathered(ctx: Context): Promise<KeptEdit[]> {
  const rows = await ctx.db.rows<Row>(sql`
    select object, record, owner, version, content, kept_at from form_draft
    where person = ${ctx.actor.id}::uuid and gathered order by kept_at, record`)
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ content }) => content),
  )
  return rows.flatMap(({ content, kept_at: at, ...row }) => {
    const place = placeBy(ctx.actor.id ?? '', { name: row.object }, { record: row.record, gathered: true })
    const text = opening.open(content, place)
    return text === null ? [] : [{ ...row, ...JSON.parse(text), at: new Date(at).toISOString() }]
  })
}

export async function keepGathered(ctx: Context, { owner, ...edit }: Edit & { owner: string }): Promise<void> {
  const { object, record, version, operation, values } = edit
  const content = JSON.stringify({ operation, values })
  if (content.length > longestDraft) throw new AppError(413, 'request.too_large', { params: { limit: '100 kB' } })
  const key: KeyOwner = { owner, level: draftLevel }
  const place = placeBy(ctx.actor.id ?? '', { name: object }, { record, gathered: true })
  const sealed = (await ctx.kernel.codec.sealing([key])).seal(content, place, key)
  await ctx.db.rows(sql`
    insert into form_draft (person, object, record, parent, owner, version, content, kept_at, gathered)
    values (${ctx.actor.id}::uuid, ${object}, ${record}::uuid, ${none}::uuid, ${owner}::uuid, ${version}, ${sealed}, ${ctx.now()}, true)
    on conflict (person, object, record, parent, gathered) do update
      set owner = excluded.owner, version = excluded.version, content = excluded.content, kept_at = excluded.kept_at`)
}

export async function dropGathered(ctx: Context, records: readonly string[]): Promise<void> {
  await ctx.db.rows(sql`
    delete from form_draft
    where person = ${ctx.actor.id}::uuid and gathered and record = any(${records as string[]}::uuid[])`)
}
