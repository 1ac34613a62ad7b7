import { z } from 'zod'
import type { JsonSchema } from './document.ts'

const settings: Parameters<typeof z.toJSONSchema>[1] = {
  unrepresentable: 'any',
  // The format says it; zod's expressions for it fill pages.
  override: ({ jsonSchema }) => {
    if (jsonSchema.format === 'uuid' || jsonSchema.format === 'date-time') delete jsonSchema.pattern
  },
}

/** What a caller may send: before defaults and transformations. */
export const inputSchema = written('input')

/** What the server answers. */
export const outputSchema = written('output')

/** Each schema is written once, however many routes and documents hold it. */
function written(io: 'input' | 'output'): (schema: z.ZodType) => Readonly<JsonSchema> {
  const known = new WeakMap<z.ZodType, JsonSchema>()
  return (schema) => {
    const found = known.get(schema) ?? withoutDialect(z.toJSONSchema(schema, { ...settings, io }))
    known.set(schema, found)
    return found
  }
}

/** The document states its dialect once. */
function withoutDialect({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema
}

export function nullable(schema: JsonSchema): JsonSchema {
  const { type } = schema
  if ('enum' in schema || 'const' in schema) return { anyOf: [schema, { type: 'null' }] }
  if (typeof type === 'string') return { ...schema, type: [type, 'null'] }
  if (Array.isArray(type)) return { ...schema, type: [...type, 'null'] }
  return Object.keys(schema).length ? { anyOf: [schema, { type: 'null' }] } : {}
}

/** Properties of an object schema, and which of them are required. */
export function propertiesOf(schema: z.ZodType): { properties: Record<string, JsonSchema>; required: string[] } {
  const { properties, required } = outputSchema(schema)
  // Of a zod object these are always a map of schemas and a list of names.
  return { properties: (properties ?? {}) as Record<string, JsonSchema>, required: (required ?? []) as string[] }
}
