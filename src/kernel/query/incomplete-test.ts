import type { OperatorName, ParsedFilter } from '#shared/filter'
import { isHiddenNamed } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'

/** A test of what is open on a record. Fields that are hidden from the reader are never open to them: else it would tell which have a value. */
export function incompleteTest(
  ctx: Context,
  type: ObjectType,
  { operator, argument }: { operator: OperatorName; argument: unknown },
): ParsedFilter {
  const field = 'incomplete'
  const isSeen = (name: string): boolean => !isHiddenNamed(ctx, type, name)
  if (operator !== 'empty') {
    // A hidden name stands for one that no record has.
    const names = [argument].flat().map((name) => (isSeen(String(name)) ? name : ''))
    return { type: 'test', field, operator, argument: names }
  }
  const all = namesOn(ctx, type)
  const seen = all.filter(isSeen)
  if (seen.length === all.length) return { type: 'test', field, operator, argument }
  const open: ParsedFilter = { type: 'test', field, operator: 'hasAny', argument: seen }
  return argument ? { type: 'not', not: open } : open
}

/** All that can be open on a record: its own fields, and those of its children. */
export function namesOn(ctx: Context, type: ObjectType): string[] {
  const children = ctx.kernel.registry.children(type.name)
  return [
    ...type.stored.map(({ name }) => name),
    ...children.flatMap((child) => child.stored.map(({ name }) => `${child.name}.${name}`)),
  ]
}
