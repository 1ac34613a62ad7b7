import { isHiddenNamed } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { SignedMerge } from '../proposal/proposal.ts'
import { type Count, countChildren, countReferences } from './move-references.ts'

/** A merge that is asked for: what none of its parts tells. */
export type MergeView = {
  kept: string
  joined: readonly string[]
  /** From which record the value comes of each field that differed; `all`: a list of all. */
  choices: readonly { field: string; from: string }[]
  /** What moves to the kept record, and what will name it; nothing once it is settled. */
  children: readonly Count[]
  references: readonly Count[]
}

/** The merge as far as its reader sees it. */
export async function mergeView(
  ctx: Context,
  type: ObjectType,
  { merge: { choices, ...files }, waits }: { merge: SignedMerge; waits: boolean },
): Promise<MergeView> {
  const told = Object.entries(choices).filter(([field]) => type.fields.has(field) && !isHiddenNamed(ctx, type, field))
  return {
    ...files,
    choices: told.map(([field, from]) => ({ field, from })),
    children: waits ? await countChildren(ctx, type, files) : [],
    references: waits ? await countReferences(ctx, type, files) : [],
  }
}
