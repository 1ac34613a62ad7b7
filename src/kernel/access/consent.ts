import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'

/** Whether the request works under a purpose that needs the consent of those it reaches; so does one no longer in force. */
export function needsConsent({ kernel, purpose, systemReason }: Context): boolean {
  if (purpose === null || systemReason) return false
  return kernel.purposes.get(purpose)?.byConsent ?? true
}

/**
 * Where the purpose needs consent: the file's own stands, given, not withdrawn, within its time and to a notice that counts.
 * What is on no such file, or a house that keeps no consents, is out of reach.
 */
export function consented(ctx: Context, type: ObjectType): Sql[] {
  if (!needsConsent(ctx)) return []
  const kept = ctx.kernel.registry.consents
  const fields = kept?.definition.consents
  const purpose = ctx.kernel.purposes.get(ctx.purpose ?? '')
  const file = kept?.parent && fileOf(type, kept.parent.object)
  if (!kept?.parent || !fields || !purpose || !file) return [sql`false`]
  const column = (field: string): Sql => name('given', fieldOf(kept, field).columns[0]?.name ?? '')
  const until = column(fields.until)
  const conditions = [
    sql`${name('given', kept.parent.column)} = ${file}`,
    sql`${column(fields.purpose)} = ${purpose.id}::uuid`,
    sql`given.deleted_at is null`,
    sql`${column(fields.withdrawn)} is null`,
    sql`${column(fields.from)} <= ${ctx.now()}`,
    sql`(${until} is null or ${until} > ${ctx.now()})`,
    // One that names no version was given to none that is known to be new enough.
    ...(purpose.notice.oldest > 1 ? [sql`${column(fields.notice)} >= ${purpose.notice.oldest}`] : []),
  ]
  return [sql`exists (select from ${name(kept.table)} as given where ${all(conditions)})`]
}

/** Under such a purpose nothing is made that begins a file or stands on none: nobody can have consented to it yet. */
export function isBeyondConsent(ctx: Context, type: ObjectType): boolean {
  const file = ctx.kernel.registry.consents?.parent?.object
  return type.guarded && needsConsent(ctx) && !(file && type.parent?.object === file)
}

export function refuseBeyondConsent(ctx: Context, type: ObjectType): void {
  if (!isBeyondConsent(ctx, type)) return
  throw new AppError(403, 'access.consent_first', { params: { purpose: ctx.purpose ?? '' } })
}

/** The column that tells on whose file a record stands. */
function fileOf({ name: object, table, parent }: ObjectType, file: string): Sql | null {
  if (object === file) return name(table, 'id')
  return parent?.object === file ? name(table, parent.column) : null
}
