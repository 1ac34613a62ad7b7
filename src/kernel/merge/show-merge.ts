import { isHiddenNamed, veiledValue } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { SignedMerge } from '../proposal/proposal.ts'
import type { Stored } from '../record/row-codec.ts'
import { type Count, countChildren, countReferences } from './move-references.ts'

/** A merge that is asked for: what none of its parts tells. */
export type MergeView = {
  kept: string
  joined: readonly string[]
  /** What tells records of one name apart: the numbers of those that there are. */
  numbers: Readonly<Record<string, string>>
  /** From which record the value comes of each field that differed; `all`: a list of all. */
  choices: readonly { field: string; from: string }[]
  /** What moves to the kept record, and what will name it; nothing once it is settled. */
  children: readonly Count[]
  references: readonly Count[]
}

type Asked = { merge: SignedMerge; records: readonly Stored[]; waits: boolean }

/** The merge as far as its reader sees it. */
export async function mergeView(
  ctx: Context,
  type: ObjectType,
  { merge: { choices, ...files }, records, waits }: Asked,
): Promise<MergeView> {
  const told = Object.entries(choices).filter(([field]) => type.fields.has(field) && !isHiddenNamed(ctx, type, field))
  return {
    ...files,
    numbers: numbersOf(ctx, type, records),
    choices: told.map(([field, from]) => ({ field, from })),
    children: waits ? await countChildren(ctx, type, files) : [],
    references: waits ? await countReferences(ctx, type, files) : [],
  }
}

function numbersOf(ctx: Context, type: ObjectType, records: readonly Stored[]): Record<string, string> {
  const field = type.stored.find(({ kind }) => kind.allocated)?.name
  if (!field || isHiddenNamed(ctx, type, field)) return {}
  const numbers = records.map(({ id, values }) => [id, veiledValue(ctx, type, field, values[field])] as const)
  return Object.fromEntries(numbers.flatMap(([id, told]) => (typeof told === 'string' ? [[id, told] as const] : [])))
}
