import { type AppError, errorSentence } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import type { Label, Locale } from '#shared/label'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'

/** Why a proposal no longer fitted when it was signed; in no language, for its maker may read another than its decider. */
export type Cause = { code: ErrorCode; params: ErrorParams }

/** What was typed stands in the sealed content; the cause needs no copy of it. */
export async function keepCause(
  ctx: Context,
  id: string,
  { code, params: { input: _, ...params } }: AppError,
): Promise<void> {
  const cause: Cause = { code, params }
  await ctx.db.rows(sql`update proposal set cause = ${JSON.stringify(cause)}::jsonb where id = ${id}::uuid`)
}

/** The cause in the words of its reader; fields that it names by their label are called by their reader's. */
export function causeSentence(ctx: Context, type: ObjectType, { code, params }: Cause): string {
  const labels = [...type.fields.values()].map(({ field }) => field.label)
  const told = Object.entries(params).map(([name, value]) => [name, translated(labels, value, ctx.locale)])
  return errorSentence(code, Object.fromEntries(told), ctx.locale)
}

function translated(labels: readonly Label[], value: ErrorParams[string], locale: Locale): ErrorParams[string] {
  if (typeof value === 'number') return value
  const word = (text: string): string => labels.find(({ zh, en }) => text === zh || text === en)?.[locale] ?? text
  return typeof value === 'string' ? word(value) : value.map(word)
}
