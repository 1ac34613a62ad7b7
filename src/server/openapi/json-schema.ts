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
export function inputSchema(schema: z.ZodType): JsonSchema {
  return withoutDialect(z.toJSONSchema(schema, { ...settings, io: 'input' }))
}

/** What the server answers. */
export function outputSchema(schema: z.ZodType): JsonSchema {
  return withoutDialect(z.toJSONSchema(schema, { ...settings, io: 'output' }))
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
