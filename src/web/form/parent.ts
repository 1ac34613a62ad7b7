import type { ObjectWire } from '#shared/wire'
import type { ParentRecord } from '../kind-web.ts'
import type { Values } from './form-values.ts'

/** The record on whose file these values stand, once they name it. */
export function parentOf({ parent }: ObjectWire, values: Values): ParentRecord | undefined {
  const id = parent && values[parent.field]
  return parent && typeof id === 'string' ? { object: parent.object, id } : undefined
}

/** The references that lead to what stands on the same file, such as the contact of a follow-up: another file has others. */
export function besides(object: ObjectWire, objects: readonly ObjectWire[]): readonly string[] {
  const { parent } = object
  if (!parent) return []
  return object.fields.flatMap(({ name, options }) => {
    const target = objects.find((one) => one.name === options.object)
    return target?.parent?.object === parent.object ? [name] : []
  })
}
