import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
export type JsonValue = readonly Json[] | { readonly [name: string]: Json }

const maxLength = 1_000_000

function isJsonValue(value: unknown): value is JsonValue {
  return typeof value === 'object' && value !== null
}

/** Through text and back, so that what is stored is what was checked; NUL is refused by PostgreSQL. */
function readJson(text: string): Parsed<JsonValue> {
  if (text.length > maxLength) return problem('field.text_long', { max: maxLength, length: text.length })
  try {
    const value: unknown = JSON.parse(text, (_name, item: unknown) =>
      typeof item === 'string' ? item.replaceAll('\0', '') : item,
    )
    return isJsonValue(value) ? { value } : problem('field.json_invalid')
  } catch {
    return problem('field.json_invalid')
  }
}

function writeJson(value: object): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** Structured data of programmes: an object or a list. */
export const jsonKind: Kind<JsonValue> = {
  name: 'json',
  label: { zh: '结构化数据', en: 'JSON' },
  columns: [['', 'jsonb']],
  parse(input) {
    if (typeof input !== 'object' || input === null) {
      return typeof input === 'string' && /^\s*[[{]/.test(input) ? readJson(input) : readWord(input, readJson)
    }
    const text = writeJson(input)
    return text === undefined ? problem('field.json_invalid') : readJson(text)
  },
  format: (value) => JSON.stringify(value),
  fromRow: ([value]) => (isJsonValue(value) ? value : {}),
  toSealed: (value) => JSON.stringify(value),
  fromSealed: (text) => {
    const parsed: unknown = JSON.parse(text)
    return isJsonValue(parsed) ? parsed : {}
  },
  operators: ['empty'],
  comparable: (value) => JSON.stringify(value),
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema: () => ({ type: ['object', 'array'] }),
  example: () => ({ source: 'web', pages: [1, 2] }),
}

/** `filters`: conditions as lists of that object have them, typed and told as they are there. */
export function json({ filters, ...settings }: FieldSettings<JsonValue> & { filters?: string }): Field<JsonValue> {
  return declareField(jsonKind, settings, { filters })
}
