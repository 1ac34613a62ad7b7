import type { Label } from '#shared/label'

/** JSON Schema of draft 2020-12, which OpenAPI 3.1 speaks as it is. */
export type JsonSchema = { readonly [keyword: string]: unknown }

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  'x-description-zh'?: string
  schema: JsonSchema
}

export type Content = Record<string, { schema: JsonSchema; example?: unknown }>

export type Answer = { description: string; headers?: Record<string, { schema: JsonSchema }>; content?: Content }

export type OpenApiOperation = {
  operationId: string
  summary: string
  'x-summary-zh': string
  tags: readonly string[]
  parameters: readonly (Parameter | { $ref: string })[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Answer | { $ref: string }>
  security?: readonly Record<string, readonly string[]>[]
}

export type OpenApiMethod = 'get' | 'post' | 'patch' | 'delete'

export type OpenApiDocument = {
  openapi: '3.1.0'
  jsonSchemaDialect: string
  info: { title: string; version: string; description: string; 'x-description-zh': string }
  servers: readonly { url: string }[]
  tags: readonly { name: string; description: string; 'x-label': Label }[]
  security: readonly Record<string, readonly string[]>[]
  paths: Record<string, Partial<Record<OpenApiMethod, OpenApiOperation>>>
  components: {
    schemas: Record<string, JsonSchema>
    parameters: Record<string, Parameter>
    responses: Record<string, Answer>
    securitySchemes: Record<string, JsonSchema>
  }
}

export function refTo(schema: string): JsonSchema {
  return { $ref: `#/components/schemas/${schema}` }
}
