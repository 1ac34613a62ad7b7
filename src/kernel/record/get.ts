import { AppError } from '#shared/app-error'
import type { RecordAnswer, RecordWire } from '#shared/wire'
import { isHiddenNamed, isVeiledNamed } from '../access/field-access.ts'
import { countReads } from '../access/read-quota.ts'
import { abilities } from '../access/scope.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { refuseMerged } from '../merge/refuse-merged.ts'
import type { ObjectType } from '../object/object-type.ts'
import { fileOf } from './file-of.ts'
import { load, type Sight } from './load.ts'
import { present } from './present.ts'
import { loadTitles, peopleType, titlesOf } from './references.ts'
import type { Stored } from './row-codec.ts'
import { unresolvedOf } from './unresolved.ts'
import { verificationsOf } from './verifications.ts'

/** A record as the API answers it. */
export function wireOf(ctx: Context, type: ObjectType, record: Stored): RecordWire {
  const { values, writable, deletable, imported, incomplete, destroyed, ...facts } = record
  return {
    ...facts,
    ...values,
    ...(type.guarded ? { imported, incomplete: incomplete.filter((field) => !isHiddenNamed(ctx, type, field)) } : {}),
    ...(destroyed ? { destroyed } : {}),
    can: abilities(ctx, type, record),
  }
}

/** `deleted`: the record is looked for in the recycle bin, and only there. */
export type GetOptions = Pick<Sight, 'deleted'>

/** One record with the titles that its references need; the trail has the read before the answer leaves. */
export async function get(
  ctx: Context,
  type: ObjectType,
  id: string,
  { deleted }: GetOptions = {},
): Promise<RecordAnswer> {
  const { record, answer } = await ctx.reading(async (tx) => {
    const found = await loadOrLead(tx, type, id, { deleted })
    return { record: found, answer: await answerOf(tx, type, found) }
  })
  const owner = fileOf(type, record)
  await countReads(ctx, type, [owner])
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'read', object: type.name, record: id, owner }))
  return answer
}

/** What was joined into another record leads there. */
async function loadOrLead(ctx: Context, type: ObjectType, id: string, sight: GetOptions): Promise<Stored> {
  try {
    return await load(ctx, type, id, sight)
  } catch (error) {
    if (error instanceof AppError && error.status === 404 && !sight.deleted) await refuseMerged(ctx, type, id)
    throw error
  }
}

export async function answerOf(ctx: Context, type: ObjectType, record: Stored): Promise<RecordAnswer> {
  const [titles, unresolved, verifications] = await Promise.all([
    titlesOf(ctx, type, [record]),
    record.incomplete.length || record.imported ? unresolvedOf(ctx, type, record.id) : [],
    type.verified.length ? verificationsOf(ctx, type, record.id) : undefined,
  ])
  const known = unresolved.filter(({ field }) => !isVeiledNamed(ctx, type, field))
  const answer = { ...wireOf(ctx, type, present(ctx, type, record)), titles, unresolved: known }
  const people = verifications && peopleType(ctx)
  if (!people) return answer
  const by = [...new Set(verifications.flatMap((one) => one.by ?? []))]
  return { ...answer, titles: { ...titles, ...(await loadTitles(ctx, people, by)) }, verifications }
}
