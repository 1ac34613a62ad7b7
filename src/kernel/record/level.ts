import type { FieldError } from '#shared/app-error'
import type { ChoiceWire } from '#shared/wire'
import { generalLevel } from '../access/custody.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'

type Values = Readonly<Record<string, unknown>>

/** A new record without a level of its own has that of its case: for a customer, its tier's. */
export function withLevel(type: ObjectType, values: Record<string, unknown>): Record<string, unknown> {
  const { level, levelBy } = type.definition
  if (level && levelBy) values[level] ??= String(levelByCase(type, values, levelBy))
  return values
}

/** A change of the case raises the level with it and never lowers it, unless the change names a level itself; emptying it asks for the case's. */
export function raiseLevel(
  type: ObjectType,
  { before, values, given }: { before: Values; values: Record<string, unknown>; given: Values },
): void {
  const { level, levelBy } = type.definition
  if (!level || !levelBy) return
  if (level in given) return void withLevel(type, values)
  if (values[levelBy] === before[levelBy]) return
  const due = levelByCase(type, values, levelBy)
  if (due > Number(values[level] ?? generalLevel)) values[level] = String(due)
}

function levelByCase(type: ObjectType, values: Values, field: string): number {
  // A choice's declaration holds its choices in this form.
  const choices = type.fields.get(field)?.field.options.choices as readonly ChoiceWire[] | undefined
  return choices?.find(({ value }) => value === values[field])?.level ?? generalLevel
}

/** Nobody gives a record a level above the own clearance, by hand or by its case. */
export function refusedLevel(ctx: Context, type: ObjectType, changed: Values): FieldError[] {
  const bound = type.fields.get(type.definition.level ?? '')
  const value = bound && changed[bound.name]
  if (!bound || ctx.systemReason || !value || Number(value) <= ctx.actor.clearance) return []
  const params = { field: bound.field.label[ctx.locale], level: bound.kind.format(value, bound.field, ctx.parseEnv()) }
  return [{ path: bound.name, code: 'record.level_beyond', params }]
}
