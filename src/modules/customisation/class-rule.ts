import { z } from 'zod'
import type { ObjectType } from '#kernel'
import { type ClassScheme, fieldOfPart, problemOfScheme, separators } from '#shared/class-scheme'
import { isShowable, refuse } from './check.ts'

const scheme = z.strictObject({
  separator: z.enum(separators),
  parts: z
    .array(
      z.union([
        z.strictObject({ field: z.string(), signs: z.record(z.string(), z.string()) }),
        z.strictObject({ field: z.string(), letters: z.number().int().min(1).max(8) }),
        z.strictObject({ region: z.string(), digits: z.union([z.literal(2), z.literal(4), z.literal(6)]) }),
      ]),
    )
    .max(6),
})

/** A scheme as it is kept; undefined for what is none. */
export function readScheme(parts: unknown): ClassScheme | undefined {
  return scheme.safeParse(parts).data
}

/** Refused is what would call two kinds of files the same. */
export function checkClassRule(type: ObjectType, field: string, parts: unknown): ClassScheme {
  if (!type.fields.get(field)?.field.options.scheme) refuse('field', 'class.not_a_class')
  const read = readScheme(parts) ?? refuse('parts', 'class.part_unknown')
  for (const part of read.parts)
    if (!isShowable(type.fields.get(fieldOfPart(part)), 'region' in part ? 'region' : 'choice'))
      refuse('parts', 'number.field_unfit', { field: fieldOfPart(part) })
  const problem = problemOfScheme(read, (name) => offeredBy(type, name))
  if (problem) refuse('parts', problem)
  return read
}

/** What a choice offers now; what was hidden has a sign or does without. */
function offeredBy(type: ObjectType, field: string): readonly string[] {
  const choices = type.fields.get(field)?.field.options.choices
  return Array.isArray(choices) ? choices.flatMap(({ value, hidden }) => (hidden ? [] : [String(value)])) : []
}
