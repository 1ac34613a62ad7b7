import type { Parsed, ParseEnv } from '../kernel/object/kind.ts'
import { problem } from './parsed.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id as it stands, or the id of the one record that bears the name. Whether it may be seen is the record core's question. */
export function readReference(text: string, object: string, env: ParseEnv): Parsed<string> {
  if (uuid.test(text)) return { value: text.toLowerCase() }
  const id = env.resolve?.(object, text)
  return id === undefined ? problem('field.reference_unknown') : { value: id }
}

export const uuidSchema = { type: 'string', format: 'uuid' } as const
