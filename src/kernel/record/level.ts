import type { FieldError } from '#shared/app-error'
import { levelOf } from '../access/custody.ts'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * A record whose level nobody has given gets that of its case, such as its tier; one whose case changes is raised where the new
 * one's is higher. Nothing is lowered by itself. One rule for page, API, import and seed.
 */
export function raiseLevel(
  type: ObjectType,
  values: Record<string, unknown>,
  { given, before }: { given: Values; before: Values | null },
): void {
  const { level, levelBy } = type.definition
  if (!level || !levelBy || (given[level] ?? null) !== null) return
  const value = values[levelBy] ?? null
  if (value === null || value === before?.[levelBy]) return
  const { kind, field } = fieldOf(type, levelBy)
  const ofCase = kind.recordLevel?.(value, field)
  if (ofCase === undefined) return
  if ((values[level] ?? null) === null || Number(ofCase) > levelOf(type, values)) values[level] = ofCase
}

/** Nobody sets a level above the own clearance: the record would be out of their sight at once. */
export function levelErrors(ctx: Context, type: ObjectType, values: Values): FieldError[] {
  const { level } = type.definition
  if (!level || levelOf(type, values) <= ctx.actor.clearance) return []
  const { kind, field } = fieldOf(type, level)
  const word = kind.format(values[level], field, ctx.formatEnv())
  return [{ path: level, code: 'access.level_above', params: { field: field.label[ctx.locale], level: word } }]
}
