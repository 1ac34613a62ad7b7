import { isVeiled } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { Evidence } from '../object/define-object.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { likeKey } from './keys.ts'

export type Source = { path: string; owner: ObjectType; bound: BoundField }

/** A line of evidence with its fields; all hold values of one kind. */
export type Line = Evidence & { sources: readonly Source[] }

/** What is looked at where records that are one are looked for; `plainly`: only what the reader sees as it is. */
export function linesOf(ctx: Context, type: ObjectType, { plainly = false }: { plainly?: boolean } = {}): Line[] {
  return (type.definition.duplicates ?? []).flatMap((evidence) => {
    const sources = evidence.fields
      .map((path) => sourceOf(ctx, type, path))
      .filter(({ owner, bound }) => !plainly || !isVeiled(ctx, owner, bound))
    return sources.length ? [{ ...evidence, sources }] : []
  })
}

function sourceOf(ctx: Context, type: ObjectType, path: string): Source {
  const [first = '', field] = path.split('.')
  const owner = field === undefined ? type : ctx.type(first)
  return { path, owner, bound: fieldOf(owner, field ?? first) }
}

/** Fields whose hashes lead from a record to those like it. What stands on its file is hashed only where it is sealed. */
export function keyedSources(lines: readonly Line[]): readonly (Source & { hashedAs: string })[] {
  return lines.flatMap(({ sources }) =>
    sources.flatMap((source) => {
      const hashedAs = likeKey(source.owner, source.bound)
      return hashedAs ? [{ ...source, hashedAs }] : []
    }),
  )
}
