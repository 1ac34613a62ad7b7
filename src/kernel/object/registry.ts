import { AppError } from '#shared/app-error'
import type { Module } from './define-module.ts'
import type { ObjectDefinition } from './define-object.ts'
import type { Field, Fields } from './field.ts'
import { compileObject, type KindTable, type ObjectType } from './object-type.ts'

/** All objects in force, standard and custom; replaced as a whole when a custom definition changes. */
export type Registry = {
  version: number
  objects: ReadonlyMap<string, ObjectType>
  byPath: ReadonlyMap<string, ObjectType>
  /** Objects that live on the file of the named one. */
  children(name: string): readonly ObjectType[]
}

/** What was made at run time: whole objects, fields added to others, and changes of standard settings. */
export type Customisation = {
  version: number
  objects: readonly ObjectDefinition[]
  fields: readonly { object: string; name: string; field: Field }[]
  /** Adjusts a standard definition: labels, choices, requirements. */
  adjust?(definition: ObjectDefinition): ObjectDefinition
}

export const noCustomisation: Customisation = { version: 0, objects: [], fields: [] }

export function buildRegistry(
  modules: readonly Module[],
  kinds: KindTable,
  custom: Customisation = noCustomisation,
): Registry {
  const policies = new Map(modules.flatMap((module) => module.policies ?? []).map((policy) => [policy.object, policy]))
  const hooks = new Map(modules.flatMap((module) => Object.entries(module.hooks ?? {})))
  const objects = new Map<string, ObjectType>()
  const standard = modules.flatMap((module) => module.objects ?? [])
  for (const definition of [...standard, ...custom.objects]) {
    const whole = withCustomFields(definition, custom)
    const adjusted = custom.adjust ? custom.adjust(whole) : whole
    const fallback = definition.custom ? policies.get('*') : undefined
    objects.set(
      definition.name,
      compileObject(adjusted, {
        kinds,
        policy: policies.get(definition.name) ?? fallback,
        hooks: hooks.get(definition.name),
      }),
    )
  }
  const children = Map.groupBy(
    [...objects.values()].filter((type) => type.parent),
    (type) => type.parent?.object ?? '',
  )
  return {
    version: custom.version,
    objects,
    byPath: new Map([...objects.values()].map((type) => [type.path, type])),
    children: (name) => children.get(name) ?? [],
  }
}

function withCustomFields(definition: ObjectDefinition, custom: Customisation): ObjectDefinition {
  const added = custom.fields.filter(({ object }) => object === definition.name)
  if (!added.length) return definition
  const fields: Fields = {
    ...definition.fields,
    ...Object.fromEntries(added.map(({ name, field }) => [name, { ...field, custom: true }])),
  }
  return { ...definition, fields }
}

export function objectNamed(registry: Registry, name: string): ObjectType {
  const type = registry.objects.get(name)
  if (!type) throw new AppError(404, 'request.not_found')
  return type
}
