import { AppError } from '#shared/app-error'
import type { Filter, ParsedFilter } from '#shared/filter'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { parseFilter } from './parse-filter.ts'

/** A filter that stands in the database as it is: its conditions make sense, and none of them holds a value that is sealed elsewhere. */
export function checkKeptFilter(
  ctx: Context,
  type: ObjectType,
  { where, path }: { where: Filter; path: string },
): void {
  refuseSealed(parseFilter(ctx, type, where), (field) => {
    const bound = type.fields.get(field)
    if (!bound?.sealed) return
    const code = 'view.sealed_condition'
    const params = { field: bound.field.label[ctx.locale] }
    throw new AppError(422, code, { params, errors: [{ path, code, params }] })
  })
}

function refuseSealed(filter: ParsedFilter, refuse: (field: string) => void): void {
  if (filter.type === 'and') for (const part of filter.all) refuseSealed(part, refuse)
  if (filter.type === 'or') for (const part of filter.any) refuseSealed(part, refuse)
  if (filter.type === 'not') refuseSealed(filter.not, refuse)
  if (filter.type === 'test' && filter.operator !== 'empty') refuse(filter.field)
}
