import { z } from 'zod'
import type { Context, Fields, ObjectType } from '#kernel'
import { refuse } from './check.ts'

type Row = Readonly<Record<string, unknown>>

/** `days` null: the field is not to be verified, whatever the product says. */
const verifyRule = z.strictObject({
  days: z.number().int().min(1).max(3_650).nullable(),
  second: z.boolean().optional(),
})

/** A company's periods take the place of the standard ones. */
export function withVerify(fields: Fields, rules: readonly Row[]): Fields {
  const own = rules.flatMap(({ rule, field: name, parts }) => {
    const field = fields[String(name)]
    const { data } = rule === 'verify' ? verifyRule.safeParse(parts) : {}
    if (!field || !data) return []
    const { days, second } = data
    const verify = days === null ? undefined : { days, ...(second ? { second } : {}) }
    return [[String(name), { ...field, verify }] as const]
  })
  return { ...fields, ...Object.fromEntries(own) }
}

/** Refuses a period for what nobody enters, and for what stands on no file. */
export function checkVerifyRule(
  ctx: Context,
  type: ObjectType,
  { field, parts }: { field: string; parts: unknown },
): void {
  const {
    stored,
    kind,
    field: declared,
  } = type.fields.get(field) ?? refuse('field', 'request.unknown_field', { field })
  const isKept = stored && !kind.allocated && !declared.readOnly && !declared.rollup
  if (!type.guarded || !isKept) refuse('field', 'verification.not_kept', { field: declared.label[ctx.locale] })
  if (!verifyRule.safeParse(parts).success) refuse('parts', 'verification.period')
}
