import { fieldWire, type ObjectType } from '#kernel'
import { answers, bodies, recordSchema } from '../http/schemas.ts'
import { type JsonSchema, refTo } from './document.ts'
import { inputSchema, nullable, propertiesOf } from './json-schema.ts'

type BoundField = ObjectType['stored'][number]

/** `follow_up` -> `FollowUp`. */
export function schemaName(type: ObjectType): string {
  return type.name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Schemas of one object, from its kinds: `Customer` as lists hold it, `CustomerAnswer` alone with its titles,
 * `CustomerCreate` and `CustomerPatch` as they are sent.
 */
export function objectSchemas(type: ObjectType): Record<string, JsonSchema> {
  const name = schemaName(type)
  const { en, zh } = type.definition.label
  const fields = [...type.fields.values()]
  const written = fields.filter((bound) => isWritten(type, bound))
  const kept = fields.filter((bound) => !isWritten(type, bound))
  const facts = propertiesOf(recordSchema)
  const always = { titles: true, unresolved: true, verifications: true, proposed: true } as const
  const extra = propertiesOf(
    type.definition.duplicates ? answers.record.pick({ ...always, duplicates: true }) : answers.record.pick(always),
  )
  const writtenFields = { allOf: [refTo(`${name}Fields`)] }
  return {
    [`${name}Fields`]: { type: 'object', properties: schemasOf(type, written) },
    [name]: {
      type: 'object',
      title: en,
      'x-title-zh': zh,
      ...writtenFields,
      properties: { ...facts.properties, ...schemasOf(type, kept, { readOnly: true }) },
      required: facts.required,
    },
    [`${name}Answer`]: {
      type: 'object',
      allOf: [refTo(name)],
      properties: extra.properties,
      required: [...fields.map((bound) => bound.name), ...extra.required],
      unevaluatedProperties: false,
    },
    [`${name}Create`]: {
      type: 'object',
      ...writtenFields,
      required: written.filter(isRequired).map((bound) => bound.name),
      unevaluatedProperties: false,
    },
    [`${name}Patch`]: {
      type: 'object',
      ...writtenFields,
      properties: inputSchema(bodies.patch).properties,
      unevaluatedProperties: false,
    },
  }
}

/** The answer of lists: a field that was not asked for is absent, one that does not exist never appears. */
export function listSchema(type: ObjectType): JsonSchema {
  const { properties, required } = propertiesOf(answers.list)
  const items = { allOf: [refTo(schemaName(type))], unevaluatedProperties: false }
  return {
    type: 'object',
    properties: { ...properties, items: { type: 'array', items } },
    required,
    additionalProperties: false,
  }
}

function isWritten(type: ObjectType, bound: BoundField): boolean {
  return bound.kind.allocated === true || !fieldWire(type, bound).readOnly
}

function isRequired({ field, kind }: BoundField): boolean {
  return field.required === true && field.default === undefined && !kind.allocated
}

function schemasOf(
  type: ObjectType,
  fields: readonly BoundField[],
  more: { readOnly?: true } = {},
): Record<string, JsonSchema> {
  return Object.fromEntries(fields.map((bound) => [bound.name, { ...fieldSchema(type, bound), ...more }]))
}

function fieldSchema(type: ObjectType, bound: BoundField): JsonSchema {
  const { label, help, kind } = fieldWire(type, bound)
  const example = bound.kind.example(bound.field)
  return {
    ...nullable(bound.kind.schema(bound.field)),
    title: label.en,
    'x-title-zh': label.zh,
    ...(help ? { description: help.en, 'x-description-zh': help.zh } : {}),
    'x-kind': kind,
    ...(example === undefined ? {} : { examples: [example] }),
  }
}
