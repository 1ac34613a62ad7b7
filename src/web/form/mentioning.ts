import type { FieldWire, ObjectWire } from '#shared/wire'
import type { Mentioning, ParentRecord } from '../kind-web.ts'
import { canType } from './form-values.ts'

type Place = {
  object: ObjectWire
  file: ParentRecord | undefined
  change: (name: string, next: (now: unknown) => unknown) => void
}

/** How a text keeps whom it mentions; undefined where it mentions nobody, or the reader may not write down whom. */
export function mentioningOf(field: FieldWire | undefined, { object, file, change }: Place): Mentioning | undefined {
  const people = object.fields.find(({ name }) => name === field?.options.mentions)
  if (!people || !canType(people) || !file) return undefined
  return { file, change: (next) => change(people.name, (now) => next(idsIn(now))) }
}

export function idsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}
