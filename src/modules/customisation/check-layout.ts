import type { Context, ObjectType, Values } from '#kernel'
import { readSections } from './arrange.ts'
import { keep, refuse, typeNamed } from './check.ts'
import { customField } from './custom-field.ts'

/** A layout names each field once, and only fields that are there or can come back. */
export async function checkLayout(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (before) keep(['object'], values, before)
  const type = typeNamed(ctx, values)
  const sections = readSections(values.sections) ?? refuse('sections', 'definition.sections_form')
  const unknown = sections.flatMap(({ fields }) => fields).filter((field) => !type.fields.has(field))
  const removed = unknown.length ? await removedFields(ctx, type) : new Set()
  const [field] = unknown.filter((name) => !removed.has(name))
  if (field) refuse('sections', 'request.unknown_field', { field })
}

const mostRemoved = 200

async function removedFields(ctx: Context, { name }: ObjectType): Promise<ReadonlySet<unknown>> {
  const asked = { deleted: true, where: { object: name }, limit: mostRemoved, uncounted: true }
  const { items } = await ctx.records(customField).list(asked)
  return new Set(items.map(({ values }) => values.name))
}
